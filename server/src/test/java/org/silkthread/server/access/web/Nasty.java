package org.silkthread.server.access.web;

import java.util.List;

/** Strings that have broken other people's software. */
final class Nasty {

    static final List<String> STRINGS = List.of(
            "' or '1'='1",
            "'; drop table identity.account; --",
            "\\'; select pg_sleep(5); --",
            "%' union select password_hash from identity.credential --",
            "../../../../etc/passwd",
            "..\\..\\windows\\system.ini",
            "/etc/passwd",
            "x\r\nSet-Cookie: a=b",
            "x\n2026-11-21 ERROR somebody wrote this line",
            "\u001b[31mred",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "{{7*7}}",
            "=HYPERLINK(\"http://example.org\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "(a+)+$",
            "\u0000",
            "\ud800",
            "\u202egnp.exe",
            "١٢٣",
            "-1",
            "0",
            "99999999999999999999999",
            "NaN",
            "1e309",
            "null",
            "true",
            "[]",
            "{}",
            "",
            " ",
            "%00",
            "%",
            "%zz",
            "a".repeat(2_000));

    private Nasty() {}
}
