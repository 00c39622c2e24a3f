// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.util.Locale;
import java.util.function.Predicate;

/** An attribute of {@link QomProperty} that says something about properties of some kinds only. */
enum Attribute {
    SIZE(QomProperty::size),
    UNSIGNED(QomProperty::unsigned),
    BITS(property -> property.bits() != 0),
    MIN(property -> property.min() != Long.MIN_VALUE),
    MAX(property -> property.max() != Long.MAX_VALUE),
    WEAK(QomProperty::weak),
    TARGET(property -> !property.target().isEmpty());

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Predicate<QomProperty> given;

    Attribute(Predicate<QomProperty> given) {
        this.given = given;
    }

    boolean isGivenIn(QomProperty property) {
        return given.test(property);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
