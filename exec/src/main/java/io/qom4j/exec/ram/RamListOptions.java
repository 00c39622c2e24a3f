// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a {@link RamList} works.
 *
 * <p>Start from {@link #STANDARD} and refine. Immutable.
 *
 * @param machine what blocks get whose request does not say otherwise
 * @param placement which holes of the ram_addr space may be taken
 * @param targetPageBits binary logarithm of the guest's page size
 * @param fileRules which release's rules hold for files that are opened for reading
 * @param shared what shared memory without a file of the user's is made of
 * @param warnings receives lines that QEMU would print on standard error; nothing is printed here
 */
public record RamListOptions(
        MachineMemoryDefaults machine,
        PlacementPolicy placement,
        int targetPageBits,
        FileRules fileRules,
        SharedAnonymous shared,
        Consumer<String> warnings) {
    /** QEMU 7.2's ways on a machine with 4 KiB pages; warnings are dropped. */
    public static final RamListOptions STANDARD = new RamListOptions(
            MachineMemoryDefaults.STANDARD,
            PlacementPolicy.QEMU,
            12,
            FileRules.RELEASE_7_2,
            SharedAnonymous.MAPPING,
            line -> {});

    /** Refuses nulls. */
    public RamListOptions {
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(fileRules, "fileRules");
        Objects.requireNonNull(shared, "shared");
        Objects.requireNonNull(warnings, "warnings");
    }

    /** Returns this with other defaults of the machine. */
    public RamListOptions withMachine(MachineMemoryDefaults newMachine) {
        return new RamListOptions(newMachine, placement, targetPageBits, fileRules, shared, warnings);
    }

    /** Returns this with another placement policy. */
    public RamListOptions withPlacement(PlacementPolicy newPlacement) {
        return new RamListOptions(machine, newPlacement, targetPageBits, fileRules, shared, warnings);
    }

    /** Returns this with another release's rules for files. */
    public RamListOptions withFileRules(FileRules newRules) {
        return new RamListOptions(machine, placement, targetPageBits, newRules, shared, warnings);
    }

    /** Returns this with another kind of shared memory. */
    public RamListOptions withShared(SharedAnonymous newShared) {
        return new RamListOptions(machine, placement, targetPageBits, fileRules, newShared, warnings);
    }

    /** Returns this for another size of guest pages; {@code bits} is its binary logarithm. */
    public RamListOptions withTargetPageBits(int bits) {
        return new RamListOptions(machine, placement, bits, fileRules, shared, warnings);
    }

    /** Returns this with another receiver of warnings. */
    public RamListOptions withWarnings(Consumer<String> newWarnings) {
        return new RamListOptions(machine, placement, targetPageBits, fileRules, shared, newWarnings);
    }
}
