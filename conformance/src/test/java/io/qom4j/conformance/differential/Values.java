// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.List;

/** Names, values and paths to choose from, right ones and wrong ones, as JSON texts where nothing else is said. Stateless. */
final class Values {
    /** Files of which each side has its own. */
    static final String FOLDER = "{workdir}";

    static final List<String> TYPES = List.of(
            "memory-backend-ram",
            "memory-backend-ram",
            "memory-backend-file",
            "memory-backend-file",
            "memory-backend-memfd");
    static final List<String> OTHER_TYPES = List.of(
            "memory-backend", "object", "container", "memory-region", "user-creatable", "none-machine", "nope", "");

    static final List<String> IDS = List.of("a", "b", "c", "m0");
    static final List<String> ODD_IDS =
            List.of("1x", "", "a.b_c-d", "ä", "a b", "x".repeat(128), "type", "A", "a/b", "a\\u0000b", "-a");

    static final List<String> PATHS = List.of(
            "/objects/a",
            "/objects/b",
            "/objects/m0",
            "a",
            "b",
            "c",
            "m0",
            "objects/a",
            "/objects",
            "/",
            "",
            "/machine",
            "machine");
    static final List<String> ODD_PATHS = List.of(
            "nope",
            "/nope",
            "/objects/",
            "//objects//a",
            "/objects/a/",
            "a/",
            "/objects/a/type",
            "/objects/a/a[0]",
            "a[0]",
            "/objects/a/a",
            "/machine/unattached",
            "/machine/peripheral",
            "peripheral-anon",
            "/machine/unattached/nope",
            "unattached",
            "/machine/unattached/system[0]",
            "system[0]",
            "io[0]",
            "/machine/unattached/io[0]",
            "..",
            "/objects/../machine",
            "/objects/./a",
            "type",
            "ä",
            "/objects/a\\u0000b");

    static final List<String> PROPERTIES = List.of(
            "size",
            "share",
            "merge",
            "dump",
            "prealloc",
            "prealloc-threads",
            "prealloc-context",
            "reserve",
            "policy",
            "host-nodes",
            "x-use-canonical-path-for-ramblock-id",
            "mem-path",
            "align",
            "pmem",
            "discard-data",
            "readonly",
            "hugetlb",
            "hugetlbsize",
            "seal");
    static final List<String> ODD_PROPERTIES = List.of(
            "type",
            "nope",
            "",
            "qom-type",
            "id",
            "Size",
            "a[0]",
            "a",
            "m0",
            "b",
            "unattached",
            "addr",
            "container",
            "priority",
            "memory-backend",
            "boot",
            "dumpdtb",
            "graphics",
            "kernel",
            "append",
            "mem-merge",
            "usb",
            "dt-compatible",
            "memory-encryption",
            "suppress-vmdesc",
            "phandle-start",
            "firmware",
            "confidential-guest-support",
            "dump-guest-core",
            "initrd",
            "dtb",
            "memory",
            "smp",
            "mem-map");

    static final List<String> BOOLEANS = List.of("true", "false");
    static final List<String> SIZES =
            List.of("4096", "8192", "1048576", "2097152", "1", "4095", "4097", "65536", "12345", "0");
    static final List<String> PATH_VALUES = List.of(
            "\"{workdir}/f1\"",
            "\"{workdir}/f2\"",
            "\"{workdir}\"",
            "\"{workdir}/no/f\"",
            "\"\"",
            "\"{workdir}/f1/g\"");
    static final List<String> ANY = List.of(
            "true",
            "false",
            "null",
            "0",
            "1",
            "-1",
            "2",
            "3",
            "4096",
            "1.5",
            "1.0",
            "1e3",
            "-0.0",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "4294967296",
            "65536",
            "\"\"",
            "\"on\"",
            "\"off\"",
            "\"1M\"",
            "\"4096\"",
            "\"bind\"",
            "\"ä\\u0001\"",
            "[]",
            "[0]",
            "[0, 0]",
            "[\"0\"]",
            "[[]]",
            "{}",
            "{\"a\": 1}",
            "'single'");
    static final List<String> REQUEST_IDS = List.of(
            "1",
            "\"x\"",
            "null",
            "true",
            "{}",
            "[]",
            "[1, {\"a\": [null, 0.1, -0.0, 1e300]}]",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "\"\\u00e4\\ud83d\\ude00\\u007f\\u0000\\u0001\\n\\t\\/\\'\"",
            "'it\\'s'",
            "1.0",
            "1e3",
            "123456789.123456789",
            "1e-7",
            "5e-324",
            "1.7976931348623157e308",
            "0.30000000000000004");

    private Values() {}

    /** Returns a value for a property that it may well take. */
    static String fitting(Choice choice, String property) {
        return switch (property) {
            case "size" -> choice.of(SIZES);
            case "share",
                    "merge",
                    "dump",
                    "prealloc",
                    "reserve",
                    "pmem",
                    "discard-data",
                    "readonly",
                    "hugetlb",
                    "seal",
                    "x-use-canonical-path-for-ramblock-id" -> choice.of(BOOLEANS);
            case "prealloc-threads" -> choice.of("1", "2", "0");
            case "policy" -> choice.of("\"default\"", "\"bind\"", "\"preferred\"", "\"interleave\"", "\"nope\"");
            case "host-nodes" -> choice.of("[]", "[0]", "[0, 0]", "[1]", "[0, 1]", "[127]", "[128]", "[65535]");
            case "mem-path" -> choice.of(PATH_VALUES);
            case "align" -> choice.of("0", "4096", "8192", "2097152", "1", "5000");
            case "hugetlbsize" -> choice.of("0", "2097152", "4096", "5000");
            case "prealloc-context" -> choice.of("\"\"", "\"nope\"", "\"a\"", "\"/objects\"");
            default -> choice.of(ANY);
        };
    }

    /** Returns a value for a property, of any type; a path is never relative, since both sides may have one current folder. */
    static String any(Choice choice, String property) {
        if (!choice.oneIn(4)) {
            return fitting(choice, property);
        }
        String any = choice.of(ANY);
        return property.equals("mem-path") && (any.startsWith("\"") || any.startsWith("'")) ? "1" : any;
    }

    static String property(Choice choice) {
        return choice.oneIn(5) ? choice.of(ODD_PROPERTIES) : choice.of(PROPERTIES);
    }

    static String path(Choice choice) {
        return choice.oneIn(3) ? choice.of(ODD_PATHS) : choice.of(PATHS);
    }

    static String id(Choice choice) {
        return choice.oneIn(12) ? choice.of(ODD_IDS) : choice.of(IDS);
    }

    static String type(Choice choice) {
        return choice.oneIn(12) ? choice.of(OTHER_TYPES) : choice.of(TYPES);
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}
