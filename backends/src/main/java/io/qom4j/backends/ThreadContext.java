// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.ObjectException;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamList;
import java.util.BitSet;
import java.util.concurrent.ThreadFactory;

/**
 * A set of processors on which threads are to run that work for somebody else, such as preallocation.
 *
 * <p>Properties are set under the runtime's writer lock. QEMU: util/thread-context.c.
 */
public final class ThreadContext extends QomObject implements UserCreatable {
    /** The type's name. */
    public static final String TYPE_NAME = "thread-context";

    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, ThreadContext.class)
            .factory(ThreadContext::new)
            .interfaces(UserCreatable.TYPE_NAME)
            .description("Processors for threads that work for others")
            .classInit(ThreadContext::classInit)
            .build();

    private BitSet cpus = new BitSet();

    private ThreadContext() {}

    private static void classInit(ObjectClass oc) {
        oc.addUint16List("cpu-affinity", ThreadContext::cpuAffinity, ThreadContext::setCpuAffinity)
                .typeName("int")
                .documentation("The processors on which the threads run.");
        oc.addUint16List("node-affinity", null, ThreadContext::setNodeAffinity)
                .typeName("int")
                .documentation("NUMA nodes of the host, on whose processors the threads run; cannot be read.");
    }

    /** Returns the numbers of the processors in ascending order; none means all. */
    public long[] cpuAffinity() {
        return cpus.stream().asLongStream().toArray();
    }

    /**
     * Sets the processors.
     *
     * @throws ObjectException if there are none
     */
    public void setCpuAffinity(long[] numbers) {
        if (numbers.length == 0) {
            throw new ObjectException("CPU list is empty");
        }
        BitSet wanted = new BitSet();
        for (long number : numbers) {
            wanted.set((int) number);
        }
        cpus = wanted;
    }

    /**
     * Sets the processors to those of NUMA nodes.
     *
     * @throws ObjectException if a node does not exist or has no processors
     */
    public void setNodeAffinity(long[] numbers) {
        if (numbers.length == 0) {
            throw new ObjectException("Node list is empty");
        }
        Host host = qom().service(RamList.class).host();
        BitSet wanted = new BitSet();
        for (long number : numbers) {
            wanted.or(NodeProcessors.of(host, number));
        }
        cpus = wanted;
    }

    /** Returns a maker of threads that run on these processors; it keeps to those of now. */
    ThreadFactory factory(Host host) {
        long[] mask = cpus.toLongArray();
        ThreadFactory plain =
                Thread.ofPlatform().daemon().name("qom-" + name() + "-", 0).factory();
        return mask.length == 0
                ? plain
                : work -> plain.newThread(() -> {
                    host.setThreadAffinity(mask);
                    work.run();
                });
    }
}
