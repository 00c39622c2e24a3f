// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The calls of a benchmark: for each the device that it goes to and the property that it names, the same for all peers. */
final class Calls {
    static final int COUNT = 4096;
    private static final int DEVICES = 64;
    private static final long SEED = 42;

    private final int[] devices = new int[COUNT];
    private final String[] names = new String[COUNT];

    /**
     * Draws calls.
     *
     * @param period after how many the same calls come again
     */
    Calls(Function<DeviceKind, List<String>> properties, int period) {
        Random random = new Random(SEED);
        for (int i = 0; i < COUNT; i++) {
            if (i >= period) {
                devices[i] = devices[i - period];
                names[i] = names[i - period];
                continue;
            }
            devices[i] = random.nextInt(DEVICES);
            List<String> all = properties.apply(kindOf(devices[i]));
            names[i] = all.get(random.nextInt(all.size()));
        }
    }

    private static DeviceKind kindOf(int device) {
        return DeviceKind.ALL.get(device % DeviceKind.ALL.size());
    }

    /** Returns the property that each call names. */
    String[] names() {
        return names;
    }

    /** Returns for each call something made of the device's kind: one for each device. */
    <T> T[] perCall(IntFunction<T[]> array, Function<DeviceKind, T> maker) {
        T[] made = array.apply(DEVICES);
        for (int i = 0; i < DEVICES; i++) {
            made[i] = maker.apply(kindOf(i));
        }
        T[] all = array.apply(COUNT);
        for (int i = 0; i < COUNT; i++) {
            all[i] = made[devices[i]];
        }
        return all;
    }
}
