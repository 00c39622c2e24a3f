// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Scanner;

/** Another process that backs memory with a file: stores a byte, says so, and tells which byte it then reads elsewhere. */
final class FileUser {
    static final int STORED_AT = 100;
    static final int READ_AT = 200;
    static final byte STORED = 77;

    private FileUser() {}

    /**
     * Maps a file, stores, waits for a line of input, and prints what it reads.
     *
     * @param args the file, and whether it is shared
     */
    public static void main(String[] args) {
        try (Backends backends = new Backends()) {
            HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 4096,"
                    + " 'mem-path': '" + args[0] + "', 'share': " + args[1] + "}");
            MemorySegment memory = Objects.requireNonNull(backend.block()).segment();
            memory.set(ValueLayout.JAVA_BYTE, STORED_AT, STORED);
            System.out.println("stored");
            new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
            System.out.println(memory.get(ValueLayout.JAVA_BYTE, READ_AT));
        }
    }
}
