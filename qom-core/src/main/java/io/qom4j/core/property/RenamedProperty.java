// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A former name of a property: forwards to the present one and warns each time it is set.
 *
 * <p>Immutable.
 */
public final class RenamedProperty extends Property {
    private final Property present;

    private RenamedProperty(Builder builder, @Nullable String declaredBy, int slot) {
        super(builder, builder.present.type(), declaredBy, slot);
        present = builder.present;
    }

    /**
     * Starts a declaration.
     *
     * @param formerName the name that is no longer wanted
     * @param present the property that it stands for
     */
    public static Builder of(String formerName, Property present) {
        return new Builder(formerName, present);
    }

    /** Returns the property under its present name. */
    public Property present() {
        return present;
    }

    @Override
    public boolean isReadable() {
        return present.isReadable();
    }

    @Override
    public boolean isWritable() {
        return present.isWritable();
    }

    @Override
    public @Nullable QomObject resolve(QomObject object) {
        return present.resolve(object);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        present.set(object, visitor, field, origin);
        object.qom()
                .warn("Property '" + object.typeName() + "." + name() + "' is deprecated, use '" + present.name()
                        + "'");
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        present.get(object, visitor, field);
    }

    /** A former name being declared. */
    public static final class Builder extends PropertyBuilder<Builder> {
        private final Property present;

        private Builder(String name, Property present) {
            super(name);
            this.present = present;
            this.description = "Former name of '" + present.name() + "'";
            this.typeName = present.typeName();
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public RenamedProperty build(@Nullable String declaredBy, int slot) {
            return new RenamedProperty(this, declaredBy, slot);
        }
    }
}
