// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of structs: named members, each of its own type.
 *
 * <p>Immutable.
 *
 * @param name the struct's name on the wire, for example {@code struct tm}
 * @param members the members in the order in which they are read and written
 */
public record StructType(String name, List<Member> members) implements ValueType {
    /** Copies the members. */
    public StructType {
        members = List.copyOf(members);
    }

    /**
     * A member of a struct.
     *
     * @param name the member's name
     * @param type the member's type
     * @param isOptional whether it may be left out
     */
    public record Member(String name, ValueType type, boolean isOptional) {}

    @Override
    public String wireName() {
        return name;
    }

    @Override
    public String describe() {
        return "an object with "
                + String.join(", ", members.stream().map(Member::name).toList());
    }

    @Override
    public Object read(InputVisitor visitor, @Nullable String parameter) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        visitor.beginStruct(parameter);
        for (Member member : members) {
            if (!member.isOptional() || visitor.isPresent(member.name())) {
                values.put(member.name(), member.type().read(visitor, member.name()));
            }
        }
        visitor.checkStruct();
        visitor.endStruct();
        return values;
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String parameter, @Nullable Object value) {
        Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(value);
        visitor.beginStruct(parameter);
        for (Member member : members) {
            if (values.containsKey(member.name())) {
                member.type().write(visitor, member.name(), values.get(member.name()));
            }
        }
        visitor.endStruct();
    }
}
