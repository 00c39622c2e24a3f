// SPDX-License-Identifier: Apache-2.0
// The npm package qemu-qmp: commands one after the other, an event, and the end of the server.
const QMP = require('qemu-qmp');

const commands = [
    ['query-status', {}],
    ['object-add', { 'qom-type': 'memory-backend-ram', id: 'm0', size: 1048576 }],
    ['qom-get', { path: '/objects/m0', property: 'size' }],
    ['qom-set', { path: 'm0', property: 'size', value: 4096 }],
    ['human-monitor-command', { 'command-line': 'info status' }],
    ['no-such-command', {}],
    ['cont', {}],
    ['query-status', {}],
    ['stop', {}],
    ['object-del', { id: 'm0' }],
    ['quit', {}],
];

const qmp = new QMP();

function next() {
    const command = commands.shift();
    if (command) {
        qmp.execute(command[0], command[1], (error, value) => {
            console.log(command[0], error ? 'refused: ' + (error.message || JSON.stringify(error)) : JSON.stringify(value));
            next();
        });
    }
}

for (const event of ['stop', 'shutdown']) {
    qmp.on(event, (data) => console.log('event', event, JSON.stringify(data)));
}
qmp.on('end', () => console.log('the server hung up'));
qmp.connect(process.argv[2], (error) => {
    if (error) throw error;
    const { major, minor } = qmp.version.qemu;
    console.log('version %d.%d', major, minor);
    next();
});
