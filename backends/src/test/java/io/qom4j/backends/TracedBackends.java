// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;

/** A process that makes and deletes a backend again and again, and marks the last time, when no class is loaded any more. */
final class TracedBackends {
    /** A path that does not exist; asking for it shows up in the trace. */
    static final String MARK = "/qom-mark-";

    private static final int ROUNDS = 20;

    private TracedBackends() {}

    /**
     * Makes a backend and deletes it.
     *
     * @param args its JSON, and the file to remove between two rounds, if any
     */
    public static void main(String[] args) {
        Host host = Host.system();
        try (Backends backends = new Backends()) {
            for (int round = 1; round <= ROUNDS; round++) {
                String when = round == ROUNDS ? "" : "warm-up-";
                mark(host, when + "make");
                backends.add(args[0]);
                mark(host, when + "delete");
                backends.qom.objects().delete("m");
                mark(host, when + "end");
                if (round < ROUNDS && args.length > 1) {
                    host.unlink(args[1]);
                }
            }
        }
    }

    private static void mark(Host host, String what) {
        try {
            host.lstat(MARK + what);
        } catch (HostException absent) {
            return;
        }
        throw new IllegalStateException(MARK + what + " exists");
    }
}
