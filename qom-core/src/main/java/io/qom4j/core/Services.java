// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The services of one runtime, by class: what would be a global variable in C.
 *
 * <p>A service is made when it is first asked for, once, under the runtime's writer lock, and closed with the runtime if it
 * can be, in reverse order of making. Services may need each other, but not in a ring. Thread-safe once the runtime is made.
 */
public final class Services {
    private final Qom qom;
    private final Map<Class<?>, Function<Qom, ?>> makers = new HashMap<>();
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final Set<Class<?>> beingMade = new HashSet<>();
    private boolean isClosed;

    Services(Qom qom) {
        this.qom = qom;
    }

    /**
     * Offers a service.
     *
     * @throws IllegalArgumentException if the class is taken
     */
    public <S> void offer(Class<S> type, Function<Qom, ? extends S> maker) {
        if (makers.putIfAbsent(type, maker) != null) {
            throw new IllegalArgumentException("two modules offer the service " + type.getName());
        }
    }

    <S> S get(Class<S> type) {
        Object there = made.get(type);
        return type.cast(there != null ? there : qom.exclusively(() -> make(type)));
    }

    private Object make(Class<?> type) {
        Object again = made.get(type);
        if (again != null) {
            return again;
        }
        Function<Qom, ?> maker = makers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("no module offers the service " + type.getName());
        }
        if (isClosed) {
            throw new IllegalStateException("the runtime is closed: the service " + type.getName() + " cannot be made");
        }
        if (!beingMade.add(type)) {
            throw new IllegalStateException("making the service " + type.getName() + " needs that service itself");
        }
        Object service;
        try {
            service = maker.apply(qom);
        } finally {
            beingMade.remove(type);
        }
        if (!type.isInstance(service)) {
            throw new IllegalStateException("the maker of the service " + type.getName() + " returned " + service);
        }
        made.put(type, service);
        if (service instanceof AutoCloseable closeable) {
            toClose.add(closeable);
        }
        return service;
    }

    void close(Failures failures) {
        isClosed = true;
        for (AutoCloseable each : toClose.reversed()) {
            failures.attempt(() -> close(each));
        }
        toClose.clear();
    }

    private static void close(AutoCloseable service) {
        try {
            service.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("closing " + service + " failed", e);
        }
    }
}
