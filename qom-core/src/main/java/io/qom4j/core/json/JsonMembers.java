// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import org.jspecify.annotations.Nullable;

/**
 * The members of a text that look like earlier ones: their leads are known, and mostly their values are of the usual form.
 *
 * <p>Which lead comes next is guessed to be the one that followed the last one before; if it is another, it is looked for among
 * those that were known last to look so. Confined to one reading.
 */
final class JsonMembers {
    /** The places for leads by their looks are two to this power. */
    private static final int LOOKS_BITS = 8;

    /** Spreads the bytes that tell leads apart over the highest bits of a product. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** What a lead and a number of usual form take, and the byte behind them, all of which may be looked at. */
    private static final int LONGEST = JsonLead.LONGEST + 2 * Long.BYTES;

    private final byte[] text;
    private final JsonLimits limits;
    private final JsonTape tape;

    /** The lead that was known last to look so, those of first members behind all others. */
    private final @Nullable JsonLead[] byLooks = new JsonLead[2 << LOOKS_BITS];

    /** Stand before the first member of an object, and behind a member that holds others. */
    private final JsonLead opening = new JsonLead();

    private final JsonLead closing = new JsonLead();

    private JsonLead last = closing;

    JsonMembers(byte[] text, JsonLimits limits, JsonTape tape) {
        this.text = text;
        this.limits = limits;
        this.tape = tape;
    }

    /** Says that an object or array begins. */
    void opened() {
        last = opening;
    }

    /** Says that an object or array ends. */
    void closed() {
        last = closing;
    }

    /**
     * Reads members as long as each has a known lead and a value of the usual form: a plain string in double quotes, an
     * integer of up to 15 digits without a sign, true or false.
     *
     * <p>What a member changes is kept in local variables until the last one was read: this loop is what loading mostly does.
     *
     * @param start where the innermost object goes on
     * @param isFirst whether nothing of it was read yet
     * @return where it goes on behind what was read; {@code start} if that is nothing
     */
    int read(int start, boolean isFirst) {
        byte[] bytes = text;
        int lastPlace = bytes.length - LONGEST;
        tape.room();
        int[] heads = tape.heads();
        long[] values = tape.values();
        int before = tape.size();
        int most = Math.min(heads.length, limits.maxValues());
        long seen = tape.seen();
        long repeated = 0;
        int size = before;
        int at = start;
        JsonLead known = last;
        while (at < lastPlace && size < most) {
            JsonLead lead = known.next;
            if (lead == null || !lead.isAt(bytes, at)) {
                lead = look(known, at, isFirst && size == before);
                if (lead == null) {
                    break;
                }
            }
            int begin = at + lead.length;
            long word = JsonWords.at(bytes, begin);
            byte c = (byte) word;
            int head;
            long value;
            if (c == '"') {
                int end = JsonWords.endOfPlain(bytes, begin + 1, c);
                int length = end - begin - 1;
                if (end < 0 || length > limits.maxStringLength()) {
                    break;
                }
                head = JsonTape.PLAIN_STRING_HEAD;
                value = JsonTape.pack(begin + 1, length);
                at = end + 1;
            } else if (c >= '0' && c <= '9') {
                int digits = JsonWords.digits(word);
                int end = begin + digits;
                value = JsonWords.append(0, digits, word);
                if (digits == Long.BYTES) {
                    word = JsonWords.at(bytes, end);
                    digits = JsonWords.digits(word);
                    value = JsonWords.append(value, digits, word);
                    end += digits;
                }
                int length = end - begin;
                if (digits == Long.BYTES || !isWhole(c, length, bytes[end])) {
                    break;
                }
                head = JsonTape.INT64_HEAD;
                at = end;
            } else if (JsonWords.begins(word, JsonWords.TRUE, 4)) {
                head = JsonKind.TRUE.code();
                value = 0;
                at = begin + 4;
            } else if (JsonWords.begins(word, JsonWords.FALSE, 5)) {
                head = JsonKind.FALSE.code();
                value = 0;
                at = begin + 5;
            } else {
                break;
            }
            heads[size] = head | (lead.name + 1) << JsonTape.NAME_SHIFT;
            values[size] = value;
            size++;
            repeated |= seen & lead.bit;
            seen |= lead.bit;
            known = lead;
        }
        if (size > before) {
            tape.took(size, repeated == 0 ? seen : JsonTape.UNSURE);
            last = known;
        }
        return at;
    }

    /** Tells whether digits are a number of the usual form, and all of it. */
    private boolean isWhole(byte first, int length, byte after) {
        return after != '.'
                && (after | 0x20) != 'e'
                && (first != '0' || length == 1)
                && length <= limits.maxNumberLength();
    }

    /** Returns the known lead that stands at a place, and remembers that it followed another one; null if none is known. */
    private @Nullable JsonLead look(JsonLead before, int at, boolean isFirst) {
        JsonLead lead = text[at] == '}' ? null : byLooks[looks(at, isFirst)];
        if (lead == null || !lead.isAt(text, at)) {
            return null;
        }
        before.next = lead;
        return lead;
    }

    /**
     * Reads what stands before the value of the next member if it is known from an earlier one, and gives the value its name.
     *
     * @return where the value or blanks before it are; {@code at} if the lead is not known
     */
    int lead(int at, boolean isFirst) {
        if (at + JsonLead.LONGEST >= text.length) {
            return at;
        }
        JsonLead lead = last.next;
        if (lead == null || !lead.isAt(text, at)) {
            lead = look(last, at, isFirst);
            if (lead == null) {
                return at;
            }
        }
        tape.name(lead.name);
        last = lead;
        return at + lead.length;
    }

    /** Remembers what stands between a place and the value of a member. */
    void learn(int start, int end, boolean isFirst, int name) {
        int length = end - start;
        if (length <= JsonLead.LONGEST && start + JsonLead.LONGEST < text.length) {
            JsonLead lead = new JsonLead(text, start, length, name);
            byLooks[looks(start, isFirst)] = lead;
            last.next = lead;
            last = lead;
        } else {
            last = closing;
        }
    }

    /** Returns the place in {@link #byLooks} of what begins so. */
    private int looks(int start, boolean isFirst) {
        int looks = (int) ((JsonWords.at(text, start) * SPREAD) >>> (Long.SIZE - LOOKS_BITS));
        return isFirst ? looks + (1 << LOOKS_BITS) : looks;
    }
}
