// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The device that gives a guest pages of the processor's enclave page cache (SGX).
 *
 * <p>Asked through the JDK's own file functions, so that a runtime starts without loading foreign ones. Immutable.
 *
 * @param path where it is
 */
record EpcDevice(Path path) {
    /** The device of Linux. */
    static final EpcDevice SGX = new EpcDevice(Path.of("/dev/sgx_vepc"));

    /** Tells whether the device is there and this process may use it. */
    boolean opens() {
        if (!Files.exists(path)) {
            return false;
        }
        try (FileChannel device = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return device.isOpen();
        } catch (IOException refused) {
            return false;
        }
    }
}
