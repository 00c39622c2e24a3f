// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.error.QomException;
import io.qom4j.exec.host.MemoryFaultException;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A process that wants more memory than the file system of a folder has, in each way, and tells what came of it. */
final class FullFileSystem {
    private FullFileSystem() {}

    /**
     * Tries it.
     *
     * @param args the folder, whose file system has 1 MiB
     */
    public static void main(String[] args) {
        Path file = Path.of(args[0], "m");
        String backend = "{'qom-type': 'memory-backend-file', 'id': 'm', 'size': '4M', 'share': true, 'mem-path': '"
                + file + "'";
        try (Backends backends = new Backends()) {
            try {
                backends.add(backend + ", 'prealloc': true}");
                System.out.println("preallocated");
            } catch (QomException refused) {
                System.out.println(refused.getMessage());
                refused.hints().forEach(System.out::println);
            }
            System.out.println("left: " + Files.exists(file) + ", "
                    + backends.qom.service(RamList.class).size() + ", " + backends.qom.find("/objects/m"));
            RamBlock block = Objects.requireNonNull(backends.add(backend + "}").block());
            try {
                block.guarded().fill(0, block.usedLength(), (byte) 1);
                System.out.println("filled");
            } catch (MemoryFaultException refused) {
                System.out.println("fault");
            }
            System.out.println("alive");
        }
    }
}
