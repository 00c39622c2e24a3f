// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * The counts of those who need guest memory never to be discarded, and of those who need to discard it.
 *
 * <p>Discarding is <em>coordinated</em> if it is announced to those who pin memory. Each claim is refused while one is held that
 * contradicts it.
 *
 * <p>Thread-safe. QEMU: system/physmem.c, ram_block_discard_disable and its neighbours.
 */
public final class DiscardCoordination {
    /** What is claimed. */
    public enum Claim {
        /** No discarding at all (memory is pinned). */
        DISABLE,
        /** No discarding but what is announced (memory is pinned, and follows announcements). */
        DISABLE_UNCOORDINATED,
        /** Discarding without announcement must work. */
        REQUIRE,
        /** Announced discarding must work. */
        REQUIRE_COORDINATED
    }

    /** A claim that was granted; closing it ends the claim, once. */
    public final class Hold implements AutoCloseable {
        private final Claim claim;
        private boolean held = true;

        private Hold(Claim claim) {
            this.claim = claim;
        }

        /** Ends the claim; doing so again does nothing. */
        @Override
        public void close() {
            synchronized (DiscardCoordination.this) {
                if (held) {
                    held = false;
                    add(claim, -1);
                }
            }
        }
    }

    private int disabled;
    private int disabledUncoordinated;
    private int required;
    private int requiredCoordinated;

    DiscardCoordination() {}

    /**
     * Makes a claim.
     *
     * @throws RamException if a claim that contradicts it is held
     */
    public synchronized Hold claim(Claim claim) {
        boolean refused = switch (claim) {
            case DISABLE -> required > 0 || requiredCoordinated > 0;
            case DISABLE_UNCOORDINATED -> required > 0;
            case REQUIRE -> disabled > 0 || disabledUncoordinated > 0;
            case REQUIRE_COORDINATED -> disabled > 0;
        };
        if (refused) {
            throw new RamException(
                    "discarding of RAM: claim " + claim + " contradicts one that is held: Device or resource busy");
        }
        add(claim, 1);
        return new Hold(claim);
    }

    /** Returns whether discarding without announcement is forbidden. QEMU: ram_block_discard_is_disabled. */
    public synchronized boolean isDisabled() {
        return disabled > 0 || disabledUncoordinated > 0;
    }

    /** Returns whether somebody depends on discarding. QEMU: ram_block_discard_is_required. */
    public synchronized boolean isRequired() {
        return required > 0 || requiredCoordinated > 0;
    }

    private void add(Claim claim, int count) {
        switch (claim) {
            case DISABLE -> disabled += count;
            case DISABLE_UNCOORDINATED -> disabledUncoordinated += count;
            case REQUIRE -> required += count;
            case REQUIRE_COORDINATED -> requiredCoordinated += count;
        }
    }
}
