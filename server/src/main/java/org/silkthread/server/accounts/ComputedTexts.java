package org.silkthread.server.accounts;

import java.util.List;
import java.util.stream.Collectors;
import org.silkthread.server.accounts.AccountCoverage.ServiceLineName;

/** What is computed at the freeze and sealed with the account. People cannot write under these keys. */
final class ComputedTexts {

    /** Before the key of every computed text. */
    static final String PREFIX = "computed-";

    /** Which service lines the account covers: a line for each, its code and its name. */
    static final String SERVICE_LINES = PREFIX + "service-lines";

    private ComputedTexts() {}

    static String write(List<ServiceLineName> lines) {
        return lines.stream().map(line -> line.code() + " " + line.name()).collect(Collectors.joining("\n"));
    }

    static List<ServiceLineName> read(String text) {
        return text.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new ServiceLineName(parts[0], parts[1]))
                .toList();
    }
}
