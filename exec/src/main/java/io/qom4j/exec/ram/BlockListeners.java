// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners of a list. The list's lock guards it. */
final class BlockListeners {
    private final List<RamBlockListener> listeners = new CopyOnWriteArrayList<>();

    void add(RamBlockListener listener, Collection<RamBlock> present) {
        for (RamBlock block : present) {
            listener.added(block);
        }
        listeners.add(listener);
    }

    void remove(RamBlockListener listener) {
        listeners.remove(listener);
    }

    /** Tells of a new block. If one listener throws, those told before are told that it goes, and the exception passes. */
    void added(RamBlock block) {
        int told = 0;
        try {
            for (RamBlockListener listener : listeners) {
                listener.added(block);
                told++;
            }
        } catch (RuntimeException | Error refusal) {
            for (int i = told - 1; i >= 0; i--) {
                try {
                    listeners.get(i).removed(block);
                } catch (RuntimeException second) {
                    refusal.addSuppressed(second);
                }
            }
            throw refusal;
        }
    }

    /** Tells everybody that a block goes; the first exception passes afterwards, with the others attached. */
    void removed(RamBlock block) {
        RuntimeException first = null;
        for (RamBlockListener listener : listeners) {
            try {
                listener.removed(block);
            } catch (RuntimeException refusal) {
                if (first == null) {
                    first = refusal;
                } else {
                    first.addSuppressed(refusal);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    void resizing(RamBlock block, long oldLength, long newLength) {
        for (RamBlockListener listener : listeners) {
            listener.resizing(block, oldLength, newLength);
        }
    }
}
