// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import static io.qom4j.core.property.StructCodec.member;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.StructCodec;
import io.qom4j.core.value.ValueType;
import java.util.Map;

/**
 * How many processors a machine has, and how they are grouped: the machine's property {@code smp}.
 *
 * <p>What is left out or 0 follows from the rest. A machine without processors counts as having one. Immutable. QEMU:
 * hw/core/machine-smp.c; qapi/machine.json, SMPConfiguration.
 *
 * @param processors how many there are at start
 * @param sockets how many sockets
 * @param cores how many cores in a socket
 * @param threads how many threads of a core
 * @param most how many there may ever be
 */
record ProcessorTopology(int processors, int sockets, int cores, int threads, int most) {
    static final ProcessorTopology ONE = new ProcessorTopology(1, 1, 1, 1, 1);

    private static final ValueType INT = ValueType.signed(Long.SIZE);

    static final StructCodec CODEC = StructCodec.of(
            "SMPConfiguration",
            member("cpus", INT),
            member("sockets", INT),
            member("dies", INT),
            member("clusters", INT),
            member("cores", INT),
            member("threads", INT),
            member("maxcpus", INT));

    /** Works out what was left out, and refuses what does not fit together or exceeds the machine. */
    static ProcessorTopology of(Map<String, Object> wanted, String machine, int limit) {
        for (String unsupported : new String[] {"dies", "clusters"}) {
            if (Integer.compareUnsigned(number(wanted, unsupported), 1) > 0) {
                throw new ValueException(
                        unsupported + " not supported by this machine's CPU topology", "Leave it out.");
            }
        }
        int processors = number(wanted, "cpus");
        int most = number(wanted, "maxcpus");
        int sockets = number(wanted, "sockets");
        int cores = number(wanted, "cores");
        int threads = number(wanted, "threads");
        if (most == 0) {
            most = processors;
        }
        if (most == 0) {
            sockets = orOne(sockets);
            cores = orOne(cores);
            threads = orOne(threads);
            most = sockets * cores * threads;
        } else if (cores == 0) {
            sockets = orOne(sockets);
            threads = orOne(threads);
            cores = share(most, sockets * threads);
        } else if (sockets == 0) {
            threads = orOne(threads);
            sockets = share(most, cores * threads);
        } else if (threads == 0) {
            threads = share(most, sockets * cores);
        }
        ProcessorTopology topology =
                new ProcessorTopology(processors == 0 ? most : processors, sockets, cores, threads, most);
        topology.check(machine, limit);
        return topology;
    }

    private void check(String machine, int limit) {
        String groups = "sockets (" + unsigned(sockets) + ") * cores (" + unsigned(cores) + ") * threads ("
                + unsigned(threads) + ")";
        if (sockets * cores * threads != most) {
            throw new ValueException("Invalid CPU topology: product of the hierarchy must match maxcpus: " + groups
                    + " != maxcpus (" + unsigned(most) + ")");
        }
        if (Integer.compareUnsigned(most, processors) < 0) {
            throw new ValueException("Invalid CPU topology: maxcpus must be equal to or greater than smp: " + groups
                    + " == maxcpus (" + unsigned(most) + ") < smp_cpus (" + unsigned(processors) + ")");
        }
        if (Integer.compareUnsigned(most, limit) > 0) {
            throw new ValueException(
                    "Invalid SMP CPUs " + most + ". The max CPUs supported by machine '" + machine + "' is " + limit);
        }
    }

    private static int number(Map<String, Object> wanted, String name) {
        return wanted.get(name) instanceof Long value ? value.intValue() : 0;
    }

    private static String unsigned(int number) {
        return Integer.toUnsignedString(number);
    }

    private static int orOne(int number) {
        return number == 0 ? 1 : number;
    }

    private static int share(int all, int among) {
        return among == 0 ? 0 : Integer.divideUnsigned(all, among);
    }

    Map<String, Object> toMap() {
        return Map.of(
                "cpus", (long) processors,
                "sockets", (long) sockets,
                "dies", 1L,
                "clusters", 1L,
                "cores", (long) cores,
                "threads", (long) threads,
                "maxcpus", (long) most);
    }
}
