// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.LinkProperty;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links to other objects.
 *
 * @param <T> the Java class of the target
 */
final class LinkKind<T extends QomObject> extends PropertyKind<ReferenceAccess<@Nullable T>> {
    private final Class<T> targetClass;
    private final String targetType;
    private final boolean isWeak;

    private LinkKind(Class<T> targetClass, String targetType, boolean isWeak) {
        this.targetClass = targetClass;
        this.targetType = targetType;
        this.isWeak = isWeak;
    }

    /**
     * Returns the kind of a member.
     *
     * @throws IllegalArgumentException if it is not clear which type a target must have
     */
    static <T extends QomObject> LinkKind<T> of(Class<T> targetClass, QomProperty property) {
        String target = property.target();
        QomType annotated = targetClass.getDeclaredAnnotation(QomType.class);
        if (target.isEmpty() && annotated != null) {
            target = annotated.name();
        } else if (target.isEmpty() && targetClass == QomObject.class) {
            target = QomObject.TYPE_NAME;
        }
        if (target.isEmpty()) {
            throw new IllegalArgumentException("is a link to " + targetClass.getName()
                    + ", which has no @QomType; say target = the name of its type");
        }
        return new LinkKind<>(targetClass, target, property.weak());
    }

    @Override
    String words() {
        return "a link";
    }

    @Override
    Set<Attribute> attributes() {
        return Set.of(Attribute.WEAK, Attribute.TARGET);
    }

    @Override
    Object parse(String name, String text) {
        throw new ValueException("a link begins unset and cannot have a default; set it in @InstanceInit");
    }

    @Override
    ReferenceAccess<@Nullable T> bind(MethodHandle getter, @Nullable MethodHandle setter) {
        return ReferenceAccess.bind(getter, setter);
    }

    @Override
    LinkProperty.Builder<T> declare(
            PropertyDeclarations target,
            String name,
            ReferenceAccess<@Nullable T> accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        LinkProperty.Builder<T> builder =
                target.addLink(name, targetType, targetClass, accessors, isWritable ? accessors : null);
        // Nobody takes references through a link that cannot be set.
        return isWeak || !isWritable ? builder.weak() : builder;
    }
}
