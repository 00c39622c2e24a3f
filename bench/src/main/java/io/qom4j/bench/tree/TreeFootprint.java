// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import io.qom4j.core.Qom;
import org.openjdk.jol.info.GraphLayout;

/**
 * How many bytes of heap a child object takes beyond its own fields, by JOL: everything that the runtime reaches, less what an
 * empty one does, for each object. The objects have no fields of their own.
 *
 * <p>Run it with the arguments of a shape: {@code deep 1000000} or {@code flat 1000000}.
 */
public final class TreeFootprint {
    private TreeFootprint() {}

    /** Prints the bytes. */
    public static void main(String[] arguments) {
        System.setProperty("jol.magicFieldOffset", "true");
        boolean isFlat = arguments[0].equals("flat");
        int objects = Integer.parseInt(arguments[1]);
        long empty = bytes(runtime());
        Qom qom = runtime();
        Shape shape = Shape.of(objects);
        int count = isFlat ? objects : shape.fan() * (1 + shape.fan() * (1 + shape.fan()));
        qom.exclusively(() -> {
            if (isFlat) {
                for (int i = 0; i < objects; i++) {
                    QomForest.add(qom.root(), shape.name(i));
                }
            } else {
                QomForest.grow(qom.root(), shape, 3);
            }
        });
        System.out.printf("%s %,d: %d bytes for each object%n", arguments[0], count, (bytes(qom) - empty) / count);
    }

    private static Qom runtime() {
        Qom qom = Qom.builder().build();
        qom.types().register(Node.TYPE_INFO);
        qom.newObject("node").unref();
        return qom;
    }

    private static long bytes(Qom qom) {
        return GraphLayout.parseInstance(qom).totalSize();
    }
}
