// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The two functions of libpmem that guest memory needs, where the library is installed.
 *
 * <p>It is looked for once, when somebody first asks about persistent memory, and stays loaded. Thread-safe.
 */
final class LinuxPmem {
    private static final String LIBRARY = "libpmem.so.1";

    private final MethodHandle isPmem;
    private final MethodHandle persist;

    private LinuxPmem(MethodHandle isPmem, MethodHandle persist) {
        this.isPmem = isPmem;
        this.persist = persist;
    }

    /** Returns the library, or null if it is not installed or lacks a function. */
    // JUSTIFICATION: only libpmem knows how to flush this processor's caches, and which memory that makes durable.
    // SAFETY: the descriptors are the prototypes of libpmem's documented, stable interface of version 1, whose soname
    // is asked for;
    // the library is never unloaded.
    @SuppressWarnings("restricted")
    static @Nullable LinuxPmem load() {
        SymbolLookup library;
        try {
            library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
        } catch (IllegalArgumentException absent) {
            return null;
        }
        MemorySegment isPmem = library.find("pmem_is_pmem").orElse(null);
        MemorySegment persist = library.find("pmem_persist").orElse(null);
        if (isPmem == null || persist == null) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        return new LinuxPmem(
                linker.downcallHandle(isPmem, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG)),
                linker.downcallHandle(persist, FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG)));
    }

    boolean isPmem(MemorySegment range) {
        try {
            return (int) isPmem.invokeExact(range, range.byteSize()) != 0;
        } catch (Throwable t) {
            throw CallState.unexpected("pmem_is_pmem", t);
        }
    }

    void persist(MemorySegment range) {
        try {
            persist.invokeExact(range, range.byteSize());
        } catch (Throwable t) {
            throw CallState.unexpected("pmem_persist", t);
        }
    }
}
