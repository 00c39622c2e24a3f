// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.view.MemoryListener;
import java.util.ArrayList;
import java.util.List;

/** Listeners by priority, the lowest first, equal ones in order of arrival. Confined to the runtime's writer lock. */
final class ListenerList {
    private List<MemoryListener> listeners = List.of();

    /** Returns the listeners of this moment. */
    List<MemoryListener> all() {
        return listeners;
    }

    boolean contains(MemoryListener listener) {
        return listeners.stream().anyMatch(each -> each == listener);
    }

    void add(MemoryListener listener) {
        List<MemoryListener> more = new ArrayList<>(listeners);
        int at = more.size();
        while (at > 0 && more.get(at - 1).priority() > listener.priority()) {
            at--;
        }
        more.add(at, listener);
        listeners = List.copyOf(more);
    }

    boolean remove(MemoryListener listener) {
        List<MemoryListener> fewer = new ArrayList<>(listeners);
        boolean wasThere = fewer.removeIf(each -> each == listener);
        listeners = List.copyOf(fewer);
        return wasThere;
    }
}
