// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.backends.HostMemoryBackend;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.exec.space.AddressSpace;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A machine: the owner of devices, and of the roots of guest memory.
 *
 * <p>A runtime has at most one, at {@code /machine}. Below it are {@code peripheral} for devices with an id,
 * {@code peripheral-anon} for those without, and {@code unattached} for all that has no other place. What its properties say
 * is kept for those who ask; a machine without processors does nothing with it.
 *
 * <p>Thread-safe. QEMU: hw/core/machine.c, MachineState.
 */
public abstract class Machine extends QomObject {
    /** The type's name. */
    public static final String TYPE_NAME = "machine";

    /** The machine's name in the root of the tree. */
    public static final String PATH = "/machine";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, Machine.class)
            .abstractType()
            .classInit(MachineProperties::declare)
            .instanceInit(MachineBoard::addPlaces)
            .description("The owner of devices, and of the roots of guest memory")
            .build();

    final MachineProperties.Values values = new MachineProperties.Values();
    private @Nullable HostMemoryBackend memoryBackend;
    private @Nullable MachineBoard board;

    Machine() {}

    /**
     * Makes the machine that has nothing, and puts it into the tree.
     *
     * @throws io.qom4j.core.error.QomException if there is a machine already, or its memory cannot be had; nothing has changed
     *     then
     */
    public static Machine none(Qom qom, MachineOptions options) {
        return qom.exclusively(() -> {
            Machine machine = announce(qom);
            try {
                machine.assemble(options);
            } catch (RuntimeException | Error e) {
                machine.unparent();
                throw e;
            }
            return machine;
        });
    }

    /**
     * Makes the machine that has nothing, and puts it into the tree, for those who set its properties before it has memory.
     *
     * <p>{@link #assemble} must follow.
     *
     * @throws io.qom4j.core.error.QomException if there is a machine already
     */
    public static Machine announce(Qom qom) {
        return qom.exclusively(() -> MachineBoard.announce(qom, NoneMachine.TYPE_NAME));
    }

    /**
     * Gives an announced machine the roots of guest memory, and its RAM.
     *
     * @throws io.qom4j.core.error.QomException if the RAM cannot be had
     * @throws IllegalStateException if the machine has them already
     */
    public final void assemble(MachineOptions options) {
        qom().exclusively(() -> {
            if (board != null) {
                throw new IllegalStateException("the machine is put together already");
            }
            board = MachineBoard.assemble(this, options);
            return board;
        });
    }

    /** Returns the machine of a runtime, or null if there is none. */
    public static @Nullable Machine of(Qom qom) {
        return qom.find(PATH) instanceof Machine machine ? machine : null;
    }

    /** Returns what processors see of memory. */
    public final AddressSpace memory() {
        return Objects.requireNonNull(board, "the machine was not put together").memory();
    }

    /** Returns what processors see of I/O ports. */
    public final AddressSpace ports() {
        return Objects.requireNonNull(board, "the machine was not put together").ports();
    }

    /** Returns the backend that is or shall be the machine's RAM, or null. */
    public final @Nullable HostMemoryBackend memoryBackend() {
        return memoryBackend;
    }

    final void setMemoryBackend(@Nullable HostMemoryBackend backend) {
        memoryBackend = backend;
    }

    /** Returns how much RAM the machine has, in bytes, unsigned. */
    public final long memorySize() {
        return values.memory.size();
    }

    final Map<String, Object> boot() {
        return values.boot;
    }

    @Override
    protected void onUnparent() {
        MachineBoard made = board;
        if (made != null) {
            board = null;
            made.close();
        }
    }
}
