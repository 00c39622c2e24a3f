// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.HostMapping;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Gives the memory and files of freed blocks back once no thread uses them.
 *
 * <p>Ordinary readers never delay this: closing a mapping makes their next access throw. A thread inside a system call on the memory
 * (a long {@code msync}, say) does; then a virtual thread waits for it, so that freeing never waits under the list's lock.
 *
 * <p>Thread-safe. QEMU: reclaim_ramblock after an RCU grace period.
 */
final class BlockReclaimer {
    private final Host host;
    private final Consumer<String> warnings;
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

    BlockReclaimer(Host host, Consumer<String> warnings) {
        this.host = host;
        this.warnings = warnings;
    }

    /** Unmaps and closes now, or as soon as possible. */
    void release(BlockMemory memory, boolean undo) {
        HostMapping mapping = memory.mapping();
        boolean inUse = false;
        try {
            inUse = mapping != null && !mapping.tryClose();
        } finally {
            if (!inUse) {
                finish(memory, undo);
            }
        }
        if (inUse) {
            Thread waiter = Thread.ofVirtual().name("ram-reclaimer").unstarted(() -> releaseLater(memory, undo));
            waiting.add(waiter);
            waiter.start();
        }
    }

    private void releaseLater(BlockMemory memory, boolean undo) {
        try {
            Objects.requireNonNull(memory.mapping(), "mapping").close();
        } catch (HostException refusal) {
            warnings.accept("freeing guest memory failed: " + refusal.getMessage());
        } finally {
            finish(memory, undo);
            waiting.remove(Thread.currentThread());
        }
    }

    /** Waits until everything has been given back. */
    void await() {
        boolean interrupted = false;
        for (Thread waiter : waiting) {
            while (waiter.isAlive()) {
                try {
                    waiter.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(BlockMemory memory, boolean undo) {
        if (memory.fd() < 0) {
            return;
        }
        try {
            if (undo) {
                BackingFile.undo(host, memory.fd(), memory.effect());
            }
        } finally {
            host.close(memory.fd());
        }
    }
}
