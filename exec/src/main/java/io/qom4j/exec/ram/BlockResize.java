// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * The change of a block's used length. The list's lock guards it.
 *
 * <p>QEMU: system/physmem.c, qemu_ram_resize.
 */
final class BlockResize {
    private final RamList list;
    private final BlockListeners listeners;

    BlockResize(RamList list, BlockListeners listeners) {
        this.list = list;
        this.listeners = listeners;
    }

    void resize(RamBlock block, long newSize) {
        long newLength = PageRounding.up(newSize, list.allocator().anonymousPageSize());
        if (newLength == 0 && newSize != 0) {
            throw tooLarge(block, newSize);
        }
        long oldLength = block.usedLength();
        if (newLength == oldLength) {
            if (newSize != block.size()) {
                block.setLengths(newLength, newSize);
                tell(block, newSize);
            }
            return;
        }
        if (!block.isResizeable()) {
            throw new RamException(
                    "Size mismatch: " + block.label() + ": 0x" + Long.toHexString(newLength) + " != 0x"
                            + Long.toHexString(oldLength) + ": Invalid argument",
                    "the block cannot change its size; both sides need the same");
        }
        if (Long.compareUnsigned(newLength, block.maxLength()) > 0) {
            throw tooLarge(block, newLength);
        }
        listeners.resizing(block, oldLength, newLength);
        for (DirtyClient client : DirtyClient.values()) {
            list.dirty().testAndClear(block.offset(), oldLength, client);
        }
        block.setLengths(newLength, newSize);
        list.dirty().markDirty(block.offset(), newLength, DirtyClient.ALL);
        tell(block, newSize);
    }

    private static void tell(RamBlock block, long newSize) {
        block.owner().resized(newSize);
        ResizeCallback callback = block.callback();
        if (callback != null) {
            callback.resized(block.idstr(), newSize, block.segment());
        }
    }

    private static RamException tooLarge(RamBlock block, long length) {
        return new RamException("Size too large: " + block.label() + ": 0x" + Long.toHexString(length) + " > 0x"
                + Long.toHexString(block.maxLength()) + ": Invalid argument");
    }
}
