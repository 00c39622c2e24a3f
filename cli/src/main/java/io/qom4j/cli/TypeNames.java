// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.UserCreatable;
import java.util.Iterator;

/** The names of the types that users can make objects of, for completion. */
final class TypeNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        try (Qom qom = Qom.create()) {
            return qom.types().list(UserCreatable.TYPE_NAME, false).stream()
                    .map(QomClass::name)
                    .toList()
                    .iterator();
        }
    }
}
