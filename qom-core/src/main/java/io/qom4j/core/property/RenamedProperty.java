// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A former name of a property: forwards to the present one and warns each time it is set.
 *
 * <p>Immutable.
 */
public final class RenamedProperty extends Property {
    private final Property present;

    private RenamedProperty(Builder builder, @Nullable String declaredBy, int slot) {
        super(builder, builder.present().type(), declaredBy, slot);
        present = builder.present();
    }

    /**
     * Starts a declaration.
     *
     * @param formerName the name that is no longer wanted
     * @param present the property that it stands for
     */
    public static Builder of(String formerName, Property present) {
        return of(formerName, present.name()).resolve(name -> present);
    }

    /**
     * Starts a declaration.
     *
     * @param formerName the name that is no longer wanted
     * @param presentName the name of the property that it stands for, which is declared before
     */
    public static Builder of(String formerName, String presentName) {
        return new Builder(formerName, presentName);
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
    public boolean isResolvable() {
        return present.isResolvable();
    }

    @Override
    public @Nullable QomObject resolve(QomObject object) {
        return present.resolve(object);
    }

    @Override
    public void check(InputVisitor visitor, String field) {
        present.check(visitor, field);
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
        private final String presentName;
        private @Nullable Property present;

        private Builder(String name, String presentName) {
            super(name);
            this.presentName = presentName;
            this.description = "Former name of '" + presentName + "'";
        }

        /**
         * Looks up the property under its present name; done where the former name is declared.
         *
         * @throws PropertyException if there is none
         */
        public Builder resolve(Function<String, @Nullable Property> finder) {
            Property found = present != null ? present : finder.apply(presentName);
            if (found == null) {
                throw new PropertyException(
                        "Property '" + presentName + "', of which '" + name() + "' is a former name, not found",
                        "Declare a property before its former names.");
            }
            present = found;
            typeName = found.typeName();
            return this;
        }

        private Property present() {
            return Objects.requireNonNull(present, "resolve comes before build");
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        boolean hasTarget() {
            return true;
        }

        @Override
        public RenamedProperty build(@Nullable String declaredBy, int slot) {
            return new RenamedProperty(this, declaredBy, slot);
        }
    }
}
