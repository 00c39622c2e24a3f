// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times of day with their dates, on the wire a {@code struct tm} with C's conventions: years count from 1900, months from 0.
 *
 * <p>Immutable. QEMU: qom/object.c, property_get_tm.
 */
public enum TimeCodec implements Codec<LocalDateTime> {
    /** The only value. */
    INSTANCE;

    private static final int FIRST_YEAR = 1900;
    private static final List<String> MEMBERS = List.of("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec");
    private static final StructType TYPE = new StructType(
            "struct tm",
            MEMBERS.stream()
                    .map(member -> new StructType.Member(member, ValueType.signed(32), false))
                    .toList());

    @Override
    public StructType type() {
        return TYPE;
    }

    @Override
    public LocalDateTime read(InputVisitor visitor, @Nullable String name) {
        visitor.beginStruct(name);
        int[] parts = new int[MEMBERS.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (int) visitor.readInt(MEMBERS.get(i), 32);
        }
        visitor.checkStruct();
        visitor.endStruct();
        try {
            return LocalDateTime.of(parts[0] + FIRST_YEAR, parts[1] + 1, parts[2], parts[3], parts[4], parts[5]);
        } catch (DateTimeException e) {
            throw new ValueException(
                    ErrorClass.GENERIC_ERROR,
                    "Parameter '" + name + "' is no date and time: " + e.getMessage(),
                    List.of("tm_year counts from 1900, tm_mon from 0"),
                    e);
        }
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, LocalDateTime value) {
        int[] parts = {
            value.getYear() - FIRST_YEAR,
            value.getMonthValue() - 1,
            value.getDayOfMonth(),
            value.getHour(),
            value.getMinute(),
            value.getSecond()
        };
        visitor.beginStruct(name);
        for (int i = 0; i < parts.length; i++) {
            visitor.writeInt64(MEMBERS.get(i), parts[i]);
        }
        visitor.endStruct();
    }
}
