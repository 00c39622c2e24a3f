// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.diagnostic;

import java.util.Locale;

/**
 * The stable name of a kind of problem, for example {@code QOM-0107}.
 *
 * <p>Codes are never renumbered or used again. The first two digits tell the group: {@code 00} files and text, {@code 01} the
 * shape of the document, {@code 02} values, {@code 03} links, {@code 04} the environment, {@code 05} objects that refuse. The
 * page {@code docs/diagnostics.md} has an example of each and its repair.
 *
 * <p>Immutable.
 */
public enum DiagnosticCode {
    /** A file cannot be read. */
    UNREADABLE_FILE(1, "file cannot be read"),
    /** A text is no JSON. */
    MALFORMED_JSON(2, "text is no JSON"),
    /** A member comes twice in one JSON object. */
    DUPLICATE_MEMBER(3, "member comes twice"),
    /** A file includes itself, directly or not. */
    INCLUDE_LOOP(4, "file includes itself"),
    /** More files are included, or deeper, than a loader reads. */
    TOO_MANY_FILES(5, "too many files"),
    /** More is wrong than a loader tells. */
    TOO_MANY_PROBLEMS(6, "more is wrong than is shown"),
    /** The texts together are larger than a loader reads. */
    TOO_MUCH_TEXT(7, "too much text"),

    /** A part of the document is of another JSON kind than the format wants. */
    WRONG_SHAPE(101, "wrong kind of JSON value in the document's frame"),
    /** The document has a member that the format does not know. */
    UNKNOWN_SECTION(102, "unknown member of the document"),
    /** An object has no {@code qom-type}. */
    MISSING_TYPE(103, "object without a type"),
    /** There is no such type. */
    UNKNOWN_TYPE(104, "unknown type"),
    /** The type has no objects that users can make. */
    TYPE_NOT_CREATABLE(105, "type that users cannot make objects of"),
    /** An object has no {@code id}. */
    MISSING_ID(106, "object without an id"),
    /** The type has no such property. */
    UNKNOWN_PROPERTY(107, "unknown property"),
    /** The property cannot be written. */
    READ_ONLY_PROPERTY(108, "property that cannot be written"),
    /** A property that the type requires is not given. */
    MISSING_PROPERTY(109, "required property is missing"),
    /** An id is no identifier. */
    MALFORMED_ID(110, "id is no identifier"),
    /** Two objects of one file have the same id. */
    DUPLICATE_ID(111, "id given twice"),
    /** A file overrides an object of an earlier one by one of another type. */
    OVERRIDE_OF_OTHER_TYPE(112, "override by another type"),
    /** The runtime has an object of this id already. */
    ID_IN_USE(113, "id is in use"),

    /** A value is of another JSON kind than the property's. */
    WRONG_KIND(201, "wrong kind of value"),
    /** A number is outside the property's range. */
    OUT_OF_RANGE(202, "number out of range"),
    /** A word is not one of the legal ones. */
    UNKNOWN_WORD(203, "unknown word"),
    /** A text is no size, duration or frequency. */
    MALFORMED_QUANTITY(204, "text is no size, duration or frequency"),
    /** A size, duration or frequency is no whole number of the property's unit. */
    INEXACT_QUANTITY(205, "fraction of the smallest unit"),
    /** A struct lacks a member. */
    MISSING_MEMBER(206, "member of a struct is missing"),
    /** A struct has a member that its type does not know. */
    UNKNOWN_MEMBER(207, "unknown member of a struct"),
    /** A value has the right kind but breaks a rule of the property. */
    REFUSED_VALUE(208, "value breaks a rule of the property"),
    /** A size has a suffix on a hexadecimal number. */
    DEPRECATED_SIZE(209, "deprecated form of a size", Severity.WARNING),
    /** A property has another name now. */
    DEPRECATED_PROPERTY(210, "deprecated property", Severity.WARNING),

    /** A link leads nowhere. */
    LINK_NOT_FOUND(301, "link leads nowhere"),
    /** A link leads to an object of another type. */
    LINK_TO_OTHER_TYPE(302, "link to an object of another type"),
    /** A link leads to more than one object. */
    LINK_AMBIGUOUS(303, "ambiguous link"),
    /** Objects wait for each other. */
    LINK_CYCLE(304, "links in a circle"),
    /** A default for a whole type is a link. */
    LINK_IN_GLOBALS(305, "link in globals"),

    /** A value is to come from the environment, which was not asked for. */
    ENVIRONMENT_OFF(401, "environment is not enabled"),
    /** A variable of the environment is not set. */
    ENVIRONMENT_UNSET(402, "environment variable is not set"),

    /** An object cannot be made, or not be added to the tree. */
    CREATE_REFUSED(501, "object cannot be made"),
    /** An object refuses a value. */
    SET_REFUSED(502, "object refuses a value"),
    /** An object cannot be made ready for use. */
    COMPLETE_REFUSED(503, "object cannot be made ready");

    private final String id;
    private final String title;
    private final Severity severity;

    DiagnosticCode(int number, String title) {
        this(number, title, Severity.ERROR);
    }

    DiagnosticCode(int number, String title, Severity severity) {
        this.id = String.format(Locale.ROOT, "QOM-%04d", number);
        this.title = title;
        this.severity = severity;
    }

    /** Returns the code as it is written: {@code QOM-0107}. */
    public String id() {
        return id;
    }

    /** Returns the kind of problem in a few words. */
    public String title() {
        return title;
    }

    /** Returns how bad it is. */
    public Severity severity() {
        return severity;
    }

    @Override
    public String toString() {
        return id;
    }
}
