// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.PropertyException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * When a property may be set, and the text that refuses it afterwards.
 *
 * <p>Declared once with the property and applied by the property itself, so that no setter has to check it. The refusal is a
 * template in which <code>{property}</code> and <code>{type}</code> stand for the names.
 *
 * <pre>{@code
 * Settable untilAllocated = Settable.until(
 *         "allocated", HostMemoryBackend.class, HostMemoryBackend::isAllocated,
 *         "cannot change property '{property}' of {type}");
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Settable {
    /** A property that can be set at any time. */
    public static final Settable ALWAYS = new Settable("always", object -> false, "", false);

    private final String describe;
    private final Predicate<QomObject> passed;
    private final String refusal;
    private final boolean checkedFirst;

    private Settable(String describe, Predicate<QomObject> passed, String refusal, boolean checkedFirst) {
        this.describe = describe;
        this.passed = passed;
        this.refusal = refusal;
        this.checkedFirst = checkedFirst;
    }

    /**
     * Returns the rule that a property can be set until its object passes a point in its life.
     *
     * @param phase the point in a word, for help texts: {@code allocated}
     * @param owner the class of the objects that have the property
     * @param passed tells whether an object has passed the point
     * @param refusal the template of the text that refuses
     */
    public static <T extends QomObject> Settable until(
            String phase, Class<T> owner, Predicate<? super T> passed, String refusal) {
        Objects.requireNonNull(passed, "passed");
        return new Settable("until " + phase, object -> passed.test(owner.cast(object)), refusal, false);
    }

    /** Returns the rule that a property can be set until its user-creatable object is complete. */
    public static Settable untilComplete() {
        return new Settable(
                "until complete",
                QomObject::isComplete,
                "cannot change property '{property}' of {type} after it is complete",
                false);
    }

    /**
     * Returns this rule, applied before the new value is parsed rather than after.
     *
     * <p>The difference shows when both are wrong: QEMU does it the one way for some properties and the other for others.
     */
    public Settable checkedFirst() {
        return new Settable(describe, passed, refusal, true);
    }

    /** Tells whether the rule is applied before the new value is parsed. */
    boolean isCheckedFirst() {
        return checkedFirst;
    }

    /** Tells whether the property can be set on this object now. */
    public boolean isSettableOn(QomObject object) {
        return this == ALWAYS || !passed.test(object);
    }

    /** Returns the rule in words, for example {@code until allocated}. */
    public String describe() {
        return describe;
    }

    /**
     * Refuses if the property can no longer be set on this object.
     *
     * @throws PropertyException with the rule's own text
     */
    public void check(QomObject object, Property property) {
        if (!isSettableOn(object)) {
            throw new PropertyException(
                    ErrorClass.GENERIC_ERROR,
                    refusal.replace("{property}", property.name()).replace("{type}", object.typeName()),
                    List.of("It can be set " + describe + "."),
                    null);
        }
    }

    @Override
    public String toString() {
        return describe;
    }
}
