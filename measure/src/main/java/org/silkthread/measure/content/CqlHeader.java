package org.silkthread.measure.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a CQL text says of itself before its first statement.
 *
 * @param name name and version of the library; empty when the text names none
 * @param models the data models used
 * @param includes the libraries included
 */
record CqlHeader(Optional<LibraryName> name, List<LibraryName> models, List<Include> includes) {

    /** A library included under an alias. */
    record Include(LibraryName library, String alias) {}

    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|`((?:[^`\\\\]|\\\\.)*)`|[A-Za-z_][A-Za-z0-9_]*|\\S",
            Pattern.DOTALL);

    static CqlHeader of(String cql) {
        List<String> tokens = tokens(cql);
        Optional<LibraryName> name = Optional.empty();
        List<LibraryName> models = new ArrayList<>();
        List<Include> includes = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case "library" -> name = Optional.of(named(tokens, i + 1));
                case "using" -> models.add(named(tokens, i + 1));
                case "include" -> includes.add(include(tokens, i + 1));
                default -> {
                    // Value sets, codes and parameters are the translator's affair.
                }
            }
        }
        return new CqlHeader(name, List.copyOf(models), List.copyOf(includes));
    }

    /** Words up to the first statement; strings and quoted names come with a mark so that they are no keywords. */
    private static List<String> tokens(String cql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(cql);
        while (matcher.find()) {
            String token = matcher.group();
            if (token.startsWith("//") || token.startsWith("/*")) {
                continue;
            }
            if (token.equals("define") || token.equals("context")) {
                break;
            }
            tokens.add(quoted(matcher).map(text -> '\'' + text).orElse(token));
        }
        return tokens;
    }

    private static Optional<String> quoted(Matcher matcher) {
        for (int group = 1; group <= 3; group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    /** A name, perhaps qualified by a namespace, and its version, if any. */
    private static LibraryName named(List<String> tokens, int from) {
        int at = afterName(tokens, from) - 1;
        return new LibraryName(at < tokens.size() ? plain(tokens.get(at)) : "", version(tokens, at + 1));
    }

    private static Include include(List<String> tokens, int from) {
        LibraryName library = named(tokens, from);
        int at = afterName(tokens, from) + (library.version().isEmpty() ? 0 : 2);
        String alias = at + 1 < tokens.size() && tokens.get(at).equals("called") ? plain(tokens.get(at + 1)) : "";
        return new Include(library, alias.isEmpty() ? library.name() : alias);
    }

    private static int afterName(List<String> tokens, int from) {
        int at = from + 1;
        while (at + 1 < tokens.size() && tokens.get(at).equals(".")) {
            at += 2;
        }
        return at;
    }

    private static String version(List<String> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at).equals("version") ? plain(tokens.get(at + 1)) : "";
    }

    private static String plain(String token) {
        return token.startsWith("'") ? token.substring(1) : token;
    }
}
