package org.silkthread.server.indicators.web.observatory;

import java.util.List;

/** Where the methods are described. */
final class MethodSources {

    static final List<String> WILSON = List.of(
            "Wilson EB, Journal of the American Statistical Association 22 (1927) 209-212",
            "Newcombe RG and Altman DG, in Statistics with confidence, BMJ Books, 2000");

    static final List<String> EVENTS = List.of(
            "Garwood F, Biometrika 28 (1936) 437-442: the exact limits",
            "Breslow NE and Day NE, Statistical methods in cancer research II, IARC, 1987: Byar's approximation");

    static final List<String> XMR = List.of(
            "NHS England, Making Data Count",
            "Nelson LS, Journal of Quality Technology 14 (1982) 172-173: leaving out large ranges");

    static final List<String> FUNNEL = List.of(
            "Spiegelhalter D, Statistics in Medicine 24 (2005) 1185-1202",
            "Spiegelhalter D and others, Journal of the Royal Statistical Society A 175 (2012) 1-47",
            "DerSimonian R and Laird N, Controlled Clinical Trials 7 (1986) 177-188: the variance between organisations");

    private MethodSources() {}
}
