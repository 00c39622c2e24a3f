// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.Codec;
import io.qom4j.core.value.StructType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as structs: each component is a member, in their order.
 *
 * <pre>{@code
 * record Rule(String match, Policy policy, @QomProperty(min = 0, max = 7) int level, Optional<String> note) {}
 *
 * oc.addValue("rule", RecordCodec.of(Rule.class), Filter::rule, Filter::setRule);
 * }</pre>
 *
 * <p>A member has the component's name in kebab case. A component may be of each Java type that {@link QomProperty} lists but
 * arrays and objects of the model, a list, or another record; one in {@link Optional} may be left out. {@code QomProperty} on a
 * component gives it another name, a range, a width. What the record's constructor refuses by an IllegalArgumentException is no
 * legal value.
 *
 * <p>Immutable. QEMU: the struct types that the QAPI generator makes.
 *
 * @param <R> the record
 */
public final class RecordCodec<R extends Record> implements Codec<R> {
    private final Class<R> record;
    private final StructType type;
    private final List<Component> components;
    private final MethodHandle constructor;

    private record Component(String name, Codec<Object> codec, boolean isOptional, MethodHandle accessor) {}

    private RecordCodec(Class<R> record, StructType type, List<Component> components, MethodHandle constructor) {
        this.record = record;
        this.type = type;
        this.components = components;
        this.constructor = constructor;
    }

    /**
     * Returns the codec for a record, called on the wire by its simple name.
     *
     * @throws IllegalArgumentException if a component is of a type that no struct holds, or the record cannot be reached
     */
    public static <R extends Record> RecordCodec<R> of(Class<R> record) {
        return of(record, record.getSimpleName());
    }

    /**
     * Returns the codec for a record.
     *
     * @param wireName the struct's name on the wire
     * @throws IllegalArgumentException if a component is of a type that no struct holds, or the record cannot be reached
     */
    public static <R extends Record> RecordCodec<R> of(Class<R> record, String wireName) {
        RecordCodec.class.getModule().addReads(record.getModule());
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(record, MethodHandles.lookup());
            List<Component> components = new ArrayList<>();
            for (RecordComponent each : record.getRecordComponents()) {
                components.add(component(record, each, lookup));
            }
            MethodHandle constructor = lookup.findConstructor(
                    record,
                    MethodType.methodType(
                            void.class,
                            Arrays.stream(record.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new)));
            List<StructType.Member> members = components.stream()
                    .map(each -> new StructType.Member(each.name(), each.codec().type(), each.isOptional()))
                    .toList();
            return new RecordCodec<>(
                    record,
                    new StructType(wireName, members),
                    components,
                    constructor.asSpreader(Object[].class, components.size()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    record + " cannot be reached: open its package to io.qom4j.core in its module-info.java", e);
        }
    }

    private static Component component(Class<?> record, RecordComponent component, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        QomProperty property = record.getDeclaredField(component.getName()).getAnnotation(QomProperty.class);
        Type javaType = component.getGenericType();
        boolean isOptional = component.getType() == Optional.class;
        if (isOptional && javaType instanceof ParameterizedType optional) {
            javaType = optional.getActualTypeArguments()[0];
        }
        Codec<Object> codec;
        try {
            codec = JavaCodecs.of(javaType, property);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "component '" + component.getName() + "' of " + record.getSimpleName() + " " + e.getMessage(), e);
        }
        String name = property == null || property.name().isEmpty()
                ? MemberNames.kebab(component.getName())
                : property.name();
        return new Component(
                name,
                codec,
                isOptional,
                lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class)));
    }

    @Override
    public StructType type() {
        return type;
    }

    @Override
    public R read(InputVisitor visitor, @Nullable String name) {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        visitor.beginStruct(name);
        for (int i = 0; i < values.length; i++) {
            Component each = components.get(i);
            if (!each.isOptional()) {
                values[i] = each.codec().read(visitor, each.name());
            } else {
                values[i] = visitor.isPresent(each.name())
                        ? Optional.of(each.codec().read(visitor, each.name()))
                        : Optional.empty();
            }
        }
        visitor.checkStruct();
        visitor.endStruct();
        try {
            return record.cast(constructor.invoke(values));
        } catch (IllegalArgumentException e) {
            throw new ValueException(
                    ErrorClass.GENERIC_ERROR,
                    "Parameter '" + name + "' is no legal " + type.name() + ": " + e.getMessage(),
                    List.of(),
                    e);
        } catch (Throwable e) {
            throw Template.unchecked(e);
        }
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable R value) {
        if (value == null) {
            throw new ValueException("Parameter '" + name + "' has no " + type.name() + " yet");
        }
        visitor.beginStruct(name);
        for (Component each : components) {
            Object member = get(each, value);
            if (!(member instanceof Optional<?> optional)) {
                each.codec().write(visitor, each.name(), member);
            } else if (optional.isPresent()) {
                each.codec().write(visitor, each.name(), optional.get());
            }
        }
        visitor.endStruct();
    }

    private static Object get(Component component, Object from) {
        try {
            return component.accessor().invokeExact(from);
        } catch (Throwable e) {
            throw Template.unchecked(e);
        }
    }
}
