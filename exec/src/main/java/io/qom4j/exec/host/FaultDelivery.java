// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.lang.invoke.VarHandle;

/**
 * Makes a thread look for requests, and so throw the error of a memory access that has just failed.
 *
 * <p>The JVM answers a signal for mapped memory with such a request, to the thread itself. The interpreter looks at each jump back,
 * compiled code at the jump back of a loop whose end it cannot foresee: here is one that jumps back once. (A call into the JVM
 * would do as well, at ten times the cost.) The fence keeps a load, which would else be made where its value is used, before the loop.
 *
 * <p>Reached through a static field only: of an object that does not leave a method, the compiler would know the state, and the loop
 * would be gone. {@code CutFileIT} shows that this holds in the interpreter and with each compiler.
 *
 * <p>Thread-safe; never changes.
 */
final class FaultDelivery {
    /** Always 1, which no compiler knows. */
    private volatile int rounds = 1;

    void deliver() {
        VarHandle.acquireFence();
        int round = 0;
        while (round < rounds) {
            round++;
        }
    }
}
