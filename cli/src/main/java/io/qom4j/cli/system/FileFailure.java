// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file cannot be had, in the words of the C library. Stateless. */
final class FileFailure {
    private FileFailure() {}

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "No such file or directory";
            case AccessDeniedException denied -> "Permission denied";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), other.toString());
            default -> String.valueOf(e.getMessage());
        };
    }
}
