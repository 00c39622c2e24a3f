// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that read and change the tree, and those about types. */
class QomCommandsTest {
    private final Monitor monitor = Conversation.newMonitor();
    private final Conversation client = Conversation.negotiated(monitor);

    @BeforeEach
    void addBackend() {
        client.ask("{'execute':'object-add','arguments':{'qom-type':'memory-backend-ram','id':'m0','size':4096}}");
    }

    @AfterEach
    void close() {
        client.close();
        monitor.qom().close();
    }

    @Test
    void propertiesThatQemuLacksCanBeReadButAreNotListed() {
        assertThat(ask("qom-get", "'path':'m0','property':'persistence-status'"))
                .isEqualTo("{\"return\": \"none\"}");
        assertThat(ask("qom-list", "'path':'m0'")).contains("\"merge\"").doesNotContain("persistence");
        assertThat(ask("qom-list-properties", "'typename':'memory-backend-file'"))
                .contains("\"pmem\"")
                .doesNotContain("persistence");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "qom-get  | 'path':'/objects/m0','property':'size'                      | {'return': 4096}",
                "qom-get  | 'path':'m0','property':'policy'                             | {'return': 'default'}",
                "qom-get  | 'path':'/machine','property':'unattached'                   | {'return': '/machine/unattached'}",
                "qom-get  | 'path':'/machine/unattached/system[0]','property':'size'    | {'return': 18446744073709551615}",
                "qom-set  | 'path':'m0','property':'merge','value':false                | {'return': {}}",
                "qom-list | 'path':'/objects' | {'return': [{'name': 'type', 'type': 'string'}, {'name': 'm0', 'type': 'child<memory-backend-ram>'}]}",
                "qom-list-types | 'implements':'nope'                                   | {'return': []}",
                "qom-list-properties | 'typename':'object'                              | {'return': [{'name': 'type', 'type': 'string'}]}",
                "object-del | 'id':'m0'                                                 | {'return': {}}",
                "query-memdev | | {'return': [{'id': 'm0', 'size': 4096, 'merge': true, 'dump': true, 'prealloc': false, 'share': false, 'reserve': true, 'host-nodes': [], 'policy': 'default'}]}",
                "query-memory-size-summary | | {'return': {'base-memory': 0, 'plugged-memory': 0}}"
            })
    void answers(String command, String arguments, String reply) {
        assertThat(ask(command, arguments)).isEqualTo(reply.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "qom-get  | 'path':'/nope','property':'x'                       | DeviceNotFound | Device '/nope' not found",
                "qom-get  | 'path':'','property':'x'                            | DeviceNotFound | Device '' not found",
                "qom-list | 'path':'/nope'                                      | DeviceNotFound | Device '/nope' not found",
                "qom-list | 'path':''                                           | GenericError   | Path '' is ambiguous",
                "human-monitor-command | 'command-line':'info name','cpu-index':0 | GenericError | Parameter 'cpu-index' expects a CPU number",
                "object-add | 'qom-type':'memory-backend-ram','id':'x','size':1,'readonly':false,'pmem':false | GenericError | Parameter 'pmem' is unexpected",
                "qom-get  | 'path':'m0','property':'x'                          | GenericError   | Property 'memory-backend-ram.x' not found",
                "qom-set  | 'path':'m0','property':'type','value':1             | GenericError   | Property 'memory-backend-ram.type' is not writable",
                "qom-set  | 'path':'m0','property':'merge','value':'on'         | GenericError   | Invalid parameter type for 'merge', expected: boolean",
                "qom-set  | 'path':'m0','property':'policy','value':'x'         | GenericError   | Parameter 'policy' does not accept value 'x'",
                "qom-list-properties | 'typename':'nope'                        | DeviceNotFound | Class 'nope' not found",
                "qom-list-properties | 'typename':'user-creatable'              | GenericError   | Parameter 'typename' expects a QOM type",
                "device-list-properties | 'typename':'nope'                     | DeviceNotFound | Device 'nope' not found",
                "device-list-properties | 'typename':'container'                | GenericError   | Parameter 'typename' expects a non-abstract device type",
                "object-add | 'qom-type':'container','id':'x'                   | GenericError   | Parameter 'qom-type' does not accept value 'container'",
                "object-add | 'qom-type':'memory-backend-ram','id':'m0','size':4096 | GenericError | attempt to add duplicate property 'm0' to object (type 'container')",
                "object-add | 'qom-type':'memory-backend-ram','id':'x','size':1,'prealloc-threads':0,'prealloc-context':'/objects' | GenericError | Invalid parameter type for 'prealloc-context', expected: thread-context",
                "object-del | 'id':'nope'                                       | GenericError   | object 'nope' not found",
                "qom-list-get | 'paths':['m0','/nope']                          | DeviceNotFound | Device '/nope' not found"
            })
    void refuses(String command, String arguments, String errorClass, String text) {
        assertThat(ask(command, arguments))
                .isEqualTo("{\"error\": {\"class\": \"" + errorClass + "\", \"desc\": \"" + text + "\"}}");
    }

    private String ask(String command, String arguments) {
        return client.ask("{'execute':'" + command + "','arguments':{" + (arguments == null ? "" : arguments) + "}}");
    }

    @Test
    void listGetTellsSeveralObjectsInTheOrderAsked() {
        assertThat(ask("qom-list-get", "'paths':['/objects','/']"))
                .isEqualTo("{\"return\": [{\"properties\": ["
                        + "{\"name\": \"type\", \"type\": \"string\", \"value\": \"container\"}, "
                        + "{\"name\": \"m0\", \"type\": \"child<memory-backend-ram>\", \"value\": \"/objects/m0\"}]}, "
                        + "{\"properties\": ["
                        + "{\"name\": \"type\", \"type\": \"string\", \"value\": \"container\"}, "
                        + "{\"name\": \"machine\", \"type\": \"child<none-machine>\", \"value\": \"/machine\"}, "
                        + "{\"name\": \"objects\", \"type\": \"child<container>\", \"value\": \"/objects\"}]}]}");
    }

    @Test
    void typesSayWhetherTheyAreAbstractAndWhatTheyDescendFrom() {
        assertThat(ask("qom-list-types", "'implements':'bus','abstract':true"))
                .isEqualTo("{\"return\": [{\"name\": \"bus\", \"abstract\": true, \"parent\": \"object\"}, "
                        + "{\"name\": \"System\", \"parent\": \"bus\"}]}");
    }

    @Test
    void describingTellsTrueTypesAndOrigins() {
        assertThat(ask("x-qom-describe", "'path':'m0'"))
                .contains("{\"name\": \"size\", \"type\": \"int\", \"true-type\": {\"kind\": \"size\", "
                        + "\"min\": 0, \"max\": 18446744073709551615}")
                .contains("\"settable\": \"until allocated\"")
                .contains("\"settable-now\": false, \"value\": 4096, \"origin\": \"QMP\"");
    }

    @Test
    void describingWantsEitherAnObjectOrAType() {
        assertThat(ask("x-qom-describe", "")).contains("Parameter 'path' is missing");
        assertThat(ask("x-qom-describe", "'path':'m0','typename':'object'"))
                .contains("Parameter 'typename' is unexpected");
        assertThat(ask("x-qom-describe", "'typename':'memory-backend-ram'"))
                .contains("\"default\": true")
                .doesNotContain("\"value\"");
    }

    @Test
    void ramBlocksAreToldWithTheirOwners() {
        assertThat(ask("x-query-ramblocks", ""))
                .isEqualTo(
                        "{\"return\": [{\"name\": \"\", \"page-size\": 4096, \"offset\": 0, \"used-length\": 4096, "
                                + "\"total-length\": 4096, \"flags\": [], \"persistence\": \"none\", \"owner\": \"/objects/m0\"}]}");
    }

    @Test
    void addressSpacesAreToldWithTreeAndView() {
        assertThat(ask("x-query-mtree", ""))
                .contains("{\"name\": \"memory\", \"root\": {\"name\": \"system\", \"kind\": \"i/o\", \"start\": 0, "
                        + "\"end\": 18446744073709551615")
                .contains(
                        "\"view\": [{\"start\": 0, \"end\": 65535, \"kind\": \"i/o\", \"name\": \"io\", \"offset\": 0}]");
    }
}
