// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that refers to another object of the same runtime, on the wire by its path.
 *
 * <p>A strong link holds a reference, so its target lives at least as long; a weak one does not, and reads as unset once its
 * target has ended. A path may run through a link. A strong link to what keeps the link's own object alive is refused: the
 * two would never end. A link without a setter holds no reference. A target that is in the field behind a strong link before
 * the link is ever set comes with a reference, which the link takes over.
 *
 * <p>Immutable. Setting is a change of topology: it takes the runtime's writer lock. QEMU: qom/object.c,
 * object_class_property_add_link.
 *
 * @param <T> the Java class of the target
 */
public final class LinkProperty<T extends QomObject> extends Property {
    private final Class<T> targetClass;
    private final LinkType link;
    private final Function<QomObject, @Nullable T> getter;
    private final @Nullable BiConsumer<QomObject, @Nullable T> setter;
    private final @Nullable BiConsumer<QomObject, @Nullable T> check;
    private final boolean isStrong;

    private LinkProperty(Builder<T> builder, @Nullable String declaredBy, int slot) {
        super(builder, builder.link, declaredBy, slot);
        targetClass = builder.targetClass;
        link = builder.link;
        getter = builder.getter;
        setter = builder.setter;
        check = builder.check;
        isStrong = builder.isStrong && builder.setter != null;
    }

    /**
     * Starts the declaration of a strong link.
     *
     * @param targetType the type that targets must have
     * @param targetClass the Java class of that type
     * @param getter reads the field that holds the target
     * @param setter stores the target, null for none; null itself if the link cannot be written
     */
    @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
    public static <S extends QomObject, T extends QomObject> Builder<T> of(
            String name,
            String targetType,
            Class<T> targetClass,
            Function<? super S, ? extends @Nullable T> getter,
            @Nullable BiConsumer<? super S, @Nullable T> setter) {
        return new Builder<>(
                name, new LinkType(targetType), targetClass, (Function<QomObject, @Nullable T>) getter, (BiConsumer<
                                QomObject, @Nullable T>)
                        setter);
    }

    /** Tells whether the link keeps its target alive. */
    public boolean isStrong() {
        return isStrong;
    }

    /** Returns the target, or null if there is none or a weak link's target has ended. */
    public @Nullable T get(QomObject object) {
        T target = getter.apply(object);
        return target == null || target.isFinalized() ? null : target;
    }

    /** Sets the target on behalf of Java code; null for none. */
    public void set(QomObject object, @Nullable T target) {
        set(object, target, Origins.API);
    }

    /**
     * Sets the target.
     *
     * @param target the new target, or null for none
     * @throws io.qom4j.core.error.PropertyException if the link is not writable, or not any more
     * @throws ObjectException if the target lives in another runtime, one of the two has ended, or the target holds a strong
     *     link's object
     */
    public void set(QomObject object, @Nullable T target, Origin origin) {
        set(object, target, origin, false);
    }

    /**
     * Sets the target of a link of a new object, to which nobody but its maker refers, so that no ring can be closed and none
     * is looked for.
     *
     * @throws ClassCastException if the target is not of the link's Java class
     * @throws IllegalArgumentException if somebody else refers to the object
     */
    public void setFirst(QomObject object, QomObject target, Origin origin) {
        if (object.references() != 1 || object.parent() != null) {
            throw new IllegalArgumentException("somebody else refers to " + object + ": use set");
        }
        set(object, targetClass.cast(target), origin, true);
    }

    private void set(QomObject object, @Nullable T target, Origin origin, boolean isNew) {
        BiConsumer<QomObject, @Nullable T> store = setter;
        if (store == null) {
            throw notWritable(object);
        }
        checkSettable(object);
        object.qom().exclusively(() -> {
            checkTarget(object, target, isNew);
            if (check != null) {
                check.accept(object, target);
            }
            T former = isStrong ? getter.apply(object) : null;
            store(object, target, store);
            object.changed(this, origin);
            if (former != null) {
                former.unref();
            }
        });
    }

    private void store(QomObject object, @Nullable T target, BiConsumer<QomObject, @Nullable T> store) {
        if (!isStrong || target == null) {
            store.accept(object, target);
            return;
        }
        target.ref();
        try {
            store.accept(object, target);
        } catch (RuntimeException | Error e) {
            target.unref();
            throw e;
        }
    }

    /**
     * Sets the target without knowing its Java class.
     *
     * @throws ClassCastException if the target is not of the link's Java class
     */
    public void setUnchecked(QomObject object, @Nullable QomObject target) {
        set(object, target == null ? null : targetClass.cast(target), Origins.API);
    }

    private void checkTarget(QomObject object, @Nullable T target, boolean isNew) {
        if (target == null) {
            return;
        }
        if (target.qom() != object.qom()) {
            throw refused(object, target, "it belongs to another runtime");
        }
        if (target.isFinalized() || object.isFinalized()) {
            throw refused(object, target, object.isFinalized() ? "the link's own object has ended" : "it has ended");
        }
        if (isStrong && (target == object || (!isNew && target.holds(object)))) {
            throw refused(
                    object,
                    target,
                    target == object ? "it would hold itself" : "it holds the object that would hold it",
                    "A weak link refers to it without keeping it alive.");
        }
    }

    private ObjectException refused(QomObject object, QomObject target, String why, String... hints) {
        return new ObjectException(
                "Property '" + object.typeName() + "." + name() + "' cannot refer to " + target + ": " + why, hints);
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return setter != null;
    }

    @Override
    public @Nullable QomObject resolve(QomObject object) {
        return get(object);
    }

    @Override
    public boolean isReleased() {
        return isStrong || super.isReleased();
    }

    @Override
    public void release(QomObject object) {
        try {
            super.release(object);
        } catch (RuntimeException | Error e) {
            try {
                letGo(object);
            } catch (RuntimeException | Error another) {
                e.addSuppressed(another);
            }
            throw e;
        }
        letGo(object);
    }

    private void letGo(QomObject object) {
        BiConsumer<QomObject, @Nullable T> store = setter;
        T target = isStrong ? getter.apply(object) : null;
        if (store != null && target != null) {
            try {
                store.accept(object, null);
            } finally {
                target.unref();
            }
        }
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        String path = visitor.readString(field);
        QomObject target = path.isEmpty() ? null : object.qom().tree().linkTarget(path, link.target(), field);
        set(object, target == null ? null : targetClass.cast(target), origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        T target = get(object);
        String path = target == null ? null : target.canonicalPath();
        visitor.writeString(field, path == null ? "" : path);
    }

    /**
     * A link being declared.
     *
     * @param <T> the Java class of the target
     */
    public static final class Builder<T extends QomObject> extends PropertyBuilder<Builder<T>> {
        private final LinkType link;
        private final Class<T> targetClass;
        private final Function<QomObject, @Nullable T> getter;
        private final @Nullable BiConsumer<QomObject, @Nullable T> setter;
        private @Nullable BiConsumer<QomObject, @Nullable T> check;
        private boolean isStrong = true;

        private Builder(
                String name,
                LinkType link,
                Class<T> targetClass,
                Function<QomObject, @Nullable T> getter,
                @Nullable BiConsumer<QomObject, @Nullable T> setter) {
            super(name);
            this.link = link;
            this.targetClass = targetClass;
            this.getter = getter;
            this.setter = setter;
        }

        /** Makes the link weak: it does not keep its target alive. */
        public Builder<T> weak() {
            isStrong = false;
            return this;
        }

        /** Gives a check that may refuse a new target, null for none, before anything has changed. */
        @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
        public <S extends QomObject> Builder<T> check(BiConsumer<? super S, @Nullable T> refuser) {
            check = (BiConsumer<QomObject, @Nullable T>) refuser;
            return this;
        }

        @Override
        Builder<T> self() {
            return this;
        }

        @Override
        boolean hasTarget() {
            return true;
        }

        @Override
        public LinkProperty<T> build(@Nullable String declaredBy, int slot) {
            return new LinkProperty<>(this, declaredBy, slot);
        }
    }
}
