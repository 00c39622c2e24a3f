// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import com.sun.management.ThreadMXBean;
import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import java.lang.management.ManagementFactory;
import org.openjdk.jol.info.GraphLayout;

/**
 * How many bytes of heap a loaded object of eight properties takes, by JOL: everything that the runtime reaches, the text and
 * its tape included, less what an empty one does, for each object; and how many were allocated on the way.
 *
 * <p>Run it with numbers of objects: {@code 10000 100000 1000000}.
 */
public final class LoadFootprint {
    private LoadFootprint() {}

    /** Prints a line for each number. */
    public static void main(String[] numbers) {
        System.setProperty("jol.magicFieldOffset", "true");
        load(1).close(); // so that what is made but once in a process is not counted
        long empty = bytes(load(0));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String number : numbers) {
            int objects = Integer.parseInt(number);
            byte[] text = Text.of(objects);
            long before = threads.getCurrentThreadAllocatedBytes();
            Qom qom = load(text);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            System.out.printf(
                    "%,9d objects: %d bytes held for each, of which the text %d; %d allocated%n",
                    objects, (bytes(qom) - empty) / objects, text.length / objects, allocated / objects);
            qom.close();
        }
    }

    private static Qom load(int objects) {
        return load(Text.of(objects));
    }

    private static Qom load(byte[] text) {
        Qom qom = Qom.builder().build();
        Devices.register(qom.types());
        ConfigLoader.of(qom).text(text, "bench").load();
        return qom;
    }

    private static long bytes(Qom qom) {
        return GraphLayout.parseInstance(qom).totalSize();
    }
}
