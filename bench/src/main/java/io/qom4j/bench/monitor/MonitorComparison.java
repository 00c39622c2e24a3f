// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures our monitor and QEMU's with the same requests, and prints rates and ratios.
 *
 * <p>{@code ./mvnw -q -Dquick -DskipTests -pl bench -am package -Dbench.main=io.qom4j.bench.monitor.MonitorComparison -Dbench=all}
 */
final class MonitorComparison {
    private static final int WARM_UP = 60_000;
    private static final int MANY = 50_000;
    private static final int QEMU_MANY = 3_000;
    private static final int PAIRS = 2_000;
    private static final int OBJECTS = 10_000;
    private static final int ROUNDS = 3;
    private static final int LARGE_ROUNDS = 40;

    private MonitorComparison() {}

    /** Takes arguments, and ignores them. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("qmp");
        try {
            Rates ours;
            try (ServerProcess server = ServerProcess.ours(folder.resolve("o"));
                    QmpDriver client = server.connect()) {
                prepare(client);
                client.pipelined(WARM_UP, MonitorComparison::getOrSet);
                client.oneByOne(WARM_UP / 2, MonitorComparison::getOrSet);
                pairs(client, 10 * PAIRS);
                ours = Rates.measure(client, MANY, PAIRS);
                ours.print("ours");
                large(client, ours);
            }
            if (!ServerProcess.isQemuThere()) {
                System.err.println("qemu-system-x86_64 is not there: nothing was compared");
                return;
            }
            try (ServerProcess server = ServerProcess.qemu(folder.resolve("q"));
                    QmpDriver client = server.connect()) {
                prepare(client);
                Rates qemu = Rates.measure(client, QEMU_MANY, PAIRS / 4);
                qemu.print("QEMU");
                ours.printRatios(qemu);
            }
        } finally {
            Files.delete(folder);
        }
    }

    /** Requests a second. */
    private record Rates(double pipelined, double oneByOne, double pairs) {
        static Rates measure(QmpDriver client, int requests, int pairs) throws IOException, InterruptedException {
            double pipelined = 0;
            double oneByOne = 0;
            double pairRate = 0;
            for (int i = 0; i < ROUNDS; i++) {
                pipelined = Math.max(pipelined, requests / client.pipelined(requests, MonitorComparison::getOrSet));
                oneByOne = Math.max(oneByOne, requests / client.oneByOne(requests, MonitorComparison::getOrSet));
                pairRate = Math.max(pairRate, pairs / MonitorComparison.pairs(client, pairs));
            }
            return new Rates(pipelined, oneByOne, pairRate);
        }

        void print(String who) {
            say(String.format(
                    Locale.ROOT,
                    "%s: %,.0f pipelined, %,.0f one by one, %,.0f pairs of add and del a second",
                    who,
                    pipelined,
                    oneByOne,
                    pairs));
        }

        void printRatios(Rates qemu) {
            say(String.format(
                    Locale.ROOT,
                    "ours / QEMU: %.1f pipelined, %.1f one by one, %.1f pairs",
                    pipelined / qemu.pipelined,
                    oneByOne / qemu.oneByOne,
                    pairs / qemu.pairs));
        }
    }

    private static void prepare(QmpDriver client) throws IOException {
        client.ask(add("m"));
    }

    private static String add(String id) {
        return "{\"execute\":\"object-add\",\"arguments\":{\"qom-type\":\"memory-backend-ram\",\"id\":\"" + id
                + "\",\"size\":4096}}\n";
    }

    private static String getOrSet(int number) {
        return number % 2 == 0
                ? "{\"execute\":\"qom-get\",\"arguments\":{\"path\":\"/objects/m\",\"property\":\"merge\"}}\n"
                : "{\"execute\":\"qom-set\",\"arguments\":{\"path\":\"/objects/m\",\"property\":\"merge\",\"value\":"
                        + (number % 4 == 1) + "}}\n";
    }

    private static double pairs(QmpDriver client, int count) throws IOException {
        return client.oneByOne(
                2 * count,
                number -> number % 2 == 0 ? add("x") : "{\"execute\":\"object-del\",\"arguments\":{\"id\":\"x\"}}\n");
    }

    /** Fills the tree, and measures what should not depend on its size, or only as it must. */
    private static void large(QmpDriver client, Rates small) throws IOException, InterruptedException {
        double filling = client.pipelined(OBJECTS, number -> add("o" + number));
        double rate = PAIRS / pairs(client, PAIRS);
        say(String.format(
                Locale.ROOT,
                "with %,d backends: filled at %,.0f a second, %,.0f pairs a second (%.2f of the rate without)",
                OBJECTS,
                OBJECTS / filling,
                rate,
                rate / small.pairs));
        StringBuilder paths = new StringBuilder();
        for (int i = 0; i < OBJECTS; i++) {
            paths.append(i == 0 ? "" : ",").append("\"/objects/o").append(i).append('"');
        }
        report(client, "qom-list-get of all of them", "qom-list-get", "{\"paths\":[" + paths + "]}");
        report(client, "qom-list of /objects", "qom-list", "{\"path\":\"/objects\"}");
    }

    private static void report(QmpDriver client, String what, String command, String arguments) throws IOException {
        String request = "{\"execute\":\"" + command + "\",\"arguments\":" + arguments + "}\n";
        double best = Double.MAX_VALUE;
        long bytes = 0;
        for (int i = 0; i < LARGE_ROUNDS; i++) {
            long start = System.nanoTime();
            bytes = client.ask(request);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        say(String.format(Locale.ROOT, "%s: %.1f ms, %,d bytes", what, best, bytes));
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
