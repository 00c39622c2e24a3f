// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A call into the C library that uses a segment and, before it is over, runs some Java. */
public final class ForeignCall {
    private ForeignCall() {}

    /** Runs {@code action} while a down-call has {@code memory} as its argument. */
    // JUSTIFICATION: only a call that is under way shows that the memory outlives it.
    // SAFETY: qsort compares two elements of eight bytes, which the memory has, and the stub lives until it is over.
    @SuppressWarnings("restricted")
    public static void during(MemorySegment memory, Runnable action) throws Throwable {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor comparison = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
        MethodHandle run = MethodHandles.lookup()
                .findStatic(
                        ForeignCall.class,
                        "compare",
                        MethodType.methodType(int.class, Runnable.class, MemorySegment.class, MemorySegment.class))
                .bindTo(action);
        MethodHandle qsort = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("qsort"),
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            qsort.invokeExact(memory, 2L, 8L, linker.upcallStub(run, comparison, arena));
        }
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // qsort calls it, with two elements
    private static int compare(Runnable action, MemorySegment a, MemorySegment b) {
        action.run();
        return 0;
    }
}
