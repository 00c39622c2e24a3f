// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.fault;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.MemoryFaultException;
import io.qom4j.exec.ram.QemuRamFlags;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamBlockOwner;
import io.qom4j.exec.ram.RamException;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CutFileIT} runs: every way to a block's memory, often enough to be compiled, before and after its file is cut.
 *
 * <p>A refusal that came late would not meet the {@code catch} around its own way, and end the program.
 */
public final class CutFileProgram {
    /** The file has so many bytes at first, and is cut to a page. */
    static final int SIZE = 65536;

    private final RandomAccessFile file;
    private final int rounds;

    private CutFileProgram(RandomAccessFile file, int rounds) {
        this.file = file;
        this.rounds = rounds;
    }

    /** Takes a folder to work in, and how often each way is gone. */
    public static void main(String[] args) throws IOException {
        for (boolean isShared : new boolean[] {true, false}) {
            Path path = Path.of(args[0], isShared ? "shared" : "private");
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(SIZE);
                new CutFileProgram(file, Integer.parseInt(args[1])).run(path, isShared);
            }
            System.out.println(path.getFileName() + ": survived");
        }
    }

    private void run(Path path, boolean isShared) throws IOException {
        Qom qom = Qom.builder().module(new ExecModule()).build();
        RamList list = qom.service(RamList.class);
        RamRequest request = RamRequest.of(RamBlockOwner.named("m"), SIZE).withFlags(QemuRamFlags.of(isShared, false));
        RamBlock block = list.allocator().allocateFromFile(request, path.toString(), 0);
        try (WaysToMemory all = new WaysToMemory(qom, list, block)) {
            List<WaysToMemory.Way> ways = all.ways();
            for (int round = 0; round < rounds; round++) {
                for (WaysToMemory.Way way : ways) {
                    way.use().run();
                }
            }
            file.setLength(Host.system().pageSize());
            for (int round = 0; round < rounds / 10 + 10; round++) {
                for (WaysToMemory.Way way : ways) {
                    check(way);
                }
            }
            file.setLength(SIZE);
            for (WaysToMemory.Way way : ways) {
                way.use().run();
            }
        }
        qom.close();
    }

    private static void check(WaysToMemory.Way way) {
        QomException refusal = refusalOf(way);
        boolean isRight = switch (way.answer()) {
            case FAULT -> refusal instanceof MemoryFaultException;
            case REFUSAL -> refusal instanceof RamException || refusal instanceof HostException;
            case NONE -> refusal == null;
        };
        if (!isRight) {
            throw new IllegalStateException(way.name() + ": " + way.answer() + " was expected", refusal);
        }
    }

    private static @Nullable QomException refusalOf(WaysToMemory.Way way) {
        try {
            way.use().run();
            return null;
        } catch (QomException refusal) {
            return refusal;
        }
    }
}
