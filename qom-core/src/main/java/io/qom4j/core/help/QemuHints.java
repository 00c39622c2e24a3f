// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.help;

import io.qom4j.core.UserObjects;
import io.qom4j.core.error.QomException;
import io.qom4j.core.text.SizeText;
import java.util.List;

/**
 * Those hints of a refusal that QEMU gives too, where it prints for people.
 *
 * <p>For programs that read QEMU's texts; people get all {@linkplain QomException#hints() hints}. Thread-safe: it has no state. QEMU:
 * util/error.c, error_append_hint.
 */
public final class QemuHints {
    private QemuHints() {}

    /** Returns the hints of this refusal that QEMU gives too, in order. */
    public static List<String> of(QomException refusal) {
        return refusal.hints().stream()
                .filter(hint -> hint.equals(UserObjects.IDENTIFIER_HINT) || SizeText.SUFFIX_HINTS.contains(hint))
                .toList();
    }
}
