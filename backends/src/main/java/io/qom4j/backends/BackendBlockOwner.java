// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.ram.RamBlockOwner;

/**
 * Whom a backend's RAM block belongs to: it is the guest's memory as soon as a machine uses the backend.
 *
 * @param backend the backend
 * @param name the name of its region
 */
record BackendBlockOwner(HostMemoryBackend backend, String name) implements RamBlockOwner {
    @Override
    public boolean isMapped() {
        return backend.isMapped();
    }
}
