// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.util.Iterator;
import java.util.List;

/** The words that {@code --format} takes, for completion. */
final class FormatNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return List.of("text", "json").iterator();
    }
}
