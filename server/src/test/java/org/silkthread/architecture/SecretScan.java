package org.silkthread.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for what must never be in the sources: keys, tokens, passwords. */
final class SecretScan {

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            Map.entry("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY")),
            Map.entry("a private key of Ed25519", Pattern.compile("MC4CAQAwBQYDK2Vw" + "BCIEI[A-Za-z0-9+/]{43}")),
            Map.entry("a private key of RSA or ECDSA", Pattern.compile("\\bMI[GIHJ][A-Za-z0-9+/]{120,}={0,2}")),
            Map.entry("a key of a cloud", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b|\\bAIza[0-9A-Za-z_-]{35}\\b")),
            Map.entry(
                    "a token of a code host",
                    Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}|\\bgithub_pat_[A-Za-z0-9_]{40}|\\bglpat-[\\w-]{20}")),
            Map.entry("a token of a registry", Pattern.compile("\\bnpm_[A-Za-z0-9]{36}|\\bpypi-[A-Za-z0-9_-]{50}")),
            Map.entry("a token of a messenger", Pattern.compile("\\bxox[abprs]-[0-9A-Za-z-]{20}")),
            Map.entry("a key for payments", Pattern.compile("\\b[sr]k_live_[0-9A-Za-z]{20}")),
            Map.entry("a JSON web token", Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}")),
            Map.entry(
                    "a password in an address",
                    Pattern.compile("\\b[a-z][a-z0-9+]*://[^/\\s:@\"'<>{}]+:[^/\\s:@\"'<>{}]+@")));

    /** A secret given to a name that says so, in files that are used and not only tried. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(?:password|passwd|passphrase|secret|api[_-]?key|token)\"?\\s*[:=]\\s*[\"']?([A-Za-z0-9+/=_!@#%^&*-]{12,})[\"']?\\s*[;,)]?\\s*$");

    private static final Pattern FILE_NAMES =
            Pattern.compile("(?i)\\.env|id_(rsa|dsa|ecdsa|ed25519)|.*\\.(p12|pfx|jks|keystore|key|pem|ed25519)");

    private static final double BITS_OF_CHANCE = 3.3;

    private SecretScan() {}

    /** What is found in a file, each with its line and never with the secret itself. */
    static List<String> findings(Path file, String content) {
        List<String> findings = new ArrayList<>();
        if (FILE_NAMES.matcher(file.getFileName().toString()).matches()) {
            findings.add(file + ": a file of this name holds a secret");
        }
        boolean tried = file.toString().contains("src/test/");
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
                if (form.getValue().matcher(line).find()) {
                    findings.add(file + " line " + number + ": " + form.getKey());
                }
            }
            if (!tried && assignsSecret(line)) {
                findings.add(file + " line " + number + ": something that looks like a secret");
            }
        }
        return findings;
    }

    private static boolean assignsSecret(String line) {
        Matcher matcher = ASSIGNED.matcher(line);
        return matcher.find() && looksDrawn(matcher.group(1));
    }

    /** Words have letters or digits, and few different ones for their length; what was drawn at random has many. */
    private static boolean looksDrawn(String value) {
        boolean mixed =
                value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
        double length = value.length();
        double bits = value.chars()
                .distinct()
                .mapToDouble(character -> {
                    double share =
                            value.chars().filter(other -> other == character).count() / length;
                    return -share * Math.log(share) / Math.log(2);
                })
                .sum();
        return mixed && bits > BITS_OF_CHANCE;
    }
}
