// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mockito.invocation.InvocationOnMock;

/** The real host, of which one call fails with {@code EIO}, and which keeps account of what stays mapped and open. */
public final class FailingHost {
    private final Host real;
    private int failing;
    private final Host host;
    private final TreeMap<Long, Long> mapped = new TreeMap<>();
    private final TreeSet<Integer> open = new TreeSet<>();
    private final List<String> calls = new ArrayList<>();
    private String failed = "";

    /** Makes a host whose call number {@code failing} (from 1 up) fails; 0 lets all succeed. */
    public FailingHost(Host real, int failing) {
        this.real = real;
        this.failing = failing;
        this.host = mock(Host.class, this::answer);
    }

    /** Returns the host to give to the code under test. */
    public Host host() {
        return host;
    }

    /** Lets all further calls succeed. */
    public void stopFailing() {
        failing = 0;
    }

    /** Returns what is still mapped: address and length. */
    public Map<Long, Long> mapped() {
        return mapped;
    }

    /** Returns the descriptors that are still open. */
    public Set<Integer> open() {
        return open;
    }

    /** Returns the calls that can fail, in order. */
    public List<String> calls() {
        return calls;
    }

    /** Returns the call that failed, or nothing if there were fewer calls. */
    public String failed() {
        return failed;
    }

    private Object answer(InvocationOnMock invocation) throws Throwable {
        String name = invocation.getMethod().getName();
        boolean canFail = !List.of(
                        "pageSize",
                        "canFenceThreads",
                        "fenceThreads",
                        "onlineCpus",
                        "support",
                        "toString",
                        "canPersist",
                        "isPmem")
                .contains(name);
        if (canFail) {
            calls.add(name);
            if (calls.size() == failing) {
                failed = name;
                if (name.equals("close")) {
                    invocation.getMethod().invoke(real, invocation.getArguments());
                    open.remove(invocation.<Integer>getArgument(0));
                }
                throw new HostException(name, Errno.EIO);
            }
        }
        Object result;
        try {
            result = invocation.getMethod().invoke(real, invocation.getArguments());
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
        account(name, invocation, result);
        return result;
    }

    private void account(String name, InvocationOnMock call, Object result) {
        switch (name) {
            case "mmap" -> {
                unmap((long) result, call.getArgument(1));
                mapped.put((long) result, call.getArgument(1));
            }
            case "munmap" -> unmap(call.getArgument(0), call.getArgument(1));
            case "open", "memfdCreate", "duplicate" -> open.add((int) result);
            case "mkstemp" -> open.add(((TemporaryFile) result).fd());
            case "close" -> open.remove(call.<Integer>getArgument(0));
            default -> {}
        }
    }

    /** Takes a range out of the account, cutting what it overlaps. */
    private void unmap(long start, long length) {
        long end = start + length;
        TreeMap<Long, Long> rest = new TreeMap<>();
        mapped.forEach((at, size) -> {
            if (at < start) {
                rest.put(at, Math.min(size, start - at));
            }
            if (at + size > end) {
                rest.put(Math.max(at, end), at + size - Math.max(at, end));
            }
        });
        mapped.clear();
        mapped.putAll(rest);
    }
}
