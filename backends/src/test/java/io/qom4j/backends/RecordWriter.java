// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * A process that writes records into persistent memory, makes each durable, and only then says that it is.
 *
 * <p>A record is as long as a cache line: its number, and a sum that tells a whole record from a torn one.
 */
final class RecordWriter {
    static final int RECORD = 64;
    static final int SIZE = 1 << 20;

    private RecordWriter() {}

    /** Returns the sum that belongs to a record. */
    static long sum(long number) {
        return (number + 1) * 0x9e3779b97f4a7c15L;
    }

    /**
     * Writes records for ever, from one on.
     *
     * @param args the file; then the number of records after which to start over, if not as many as there is room for
     */
    public static void main(String[] args) {
        int room = args.length > 1 ? Integer.parseInt(args[1]) : SIZE / RECORD;
        try (Backends backends = new Backends()) {
            HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': " + SIZE
                    + ", 'share': true, 'pmem': true, 'mem-path': '" + args[0] + "'}");
            RamBlock block = Objects.requireNonNull(backend.block());
            RamList list = backends.qom.service(RamList.class);
            for (long number = 0; ; number++) {
                long at = number % room * RECORD;
                block.segment().set(ValueLayout.JAVA_LONG, at, number);
                block.segment().set(ValueLayout.JAVA_LONG, at + 8, sum(number));
                list.writeback().writeBack(block, at, RECORD);
                System.out.println("durable " + number);
                System.out.flush();
            }
        }
    }
}
