// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.help.QemuHelp;
import org.junit.jupiter.api.Test;

/** The help of the backends against the recorded answers of QEMU 7.2 to {@code -object T,help}. */
class BackendHelpTest {
    private static String help(String type) {
        try (Qom qom = Qom.create()) {
            return String.join("\n", QemuHelp.options(qom.types().get(type))) + "\n";
        }
    }

    @Test
    void helpOfRamBackendIsThatOfQemu() {
        assertThat(help("memory-backend-ram")).isEqualTo("""
                memory-backend-ram options:
                  dump=<bool>            - Set to 'off' to exclude from core dump
                  host-nodes=<int>       - Binds memory to the list of NUMA host nodes
                  merge=<bool>           - Mark memory as mergeable
                  policy=<HostMemPolicy> - Set the NUMA policy
                  prealloc-context=<link<thread-context>> - Context to use for creating CPU threads for preallocation
                  prealloc-threads=<int> - Number of CPU threads to use for prealloc
                  prealloc=<bool>        - Preallocate memory
                  reserve=<bool>         - Reserve swap space (or huge pages) if applicable
                  share=<bool>           - Mark the memory as private to QEMU or shared
                  size=<int>             - Size of the memory region (ex: 500M)
                  x-use-canonical-path-for-ramblock-id=<bool>
                """);
    }

    @Test
    void helpOfFileBackendIsThatOfQemu() {
        assertThat(help("memory-backend-file")).isEqualTo("""
                memory-backend-file options:
                  align=<int>
                  discard-data=<bool>
                  dump=<bool>            - Set to 'off' to exclude from core dump
                  host-nodes=<int>       - Binds memory to the list of NUMA host nodes
                  mem-path=<string>
                  merge=<bool>           - Mark memory as mergeable
                  pmem=<bool>
                  policy=<HostMemPolicy> - Set the NUMA policy
                  prealloc-context=<link<thread-context>> - Context to use for creating CPU threads for preallocation
                  prealloc-threads=<int> - Number of CPU threads to use for prealloc
                  prealloc=<bool>        - Preallocate memory
                  readonly=<bool>
                  reserve=<bool>         - Reserve swap space (or huge pages) if applicable
                  share=<bool>           - Mark the memory as private to QEMU or shared
                  size=<int>             - Size of the memory region (ex: 500M)
                  x-use-canonical-path-for-ramblock-id=<bool>
                """);
    }

    @Test
    void listOfCreatableTypesHasTheBackends() {
        try (Qom qom = Qom.create()) {
            assertThat(QemuHelp.types(qom.types()))
                    .startsWith("List of user creatable objects:")
                    .contains("  memory-backend-file", "  memory-backend-memfd", "  memory-backend-ram");
        }
    }
}
