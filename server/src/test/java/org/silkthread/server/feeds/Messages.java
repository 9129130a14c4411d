package org.silkthread.server.feeds;

/** Messages as an emergency department's system sends them. */
public final class Messages {

    private Messages() {}

    /** An ADT message. */
    public static String adt(String event, String controlId, String sentAt, String visit, String rest) {
        return "MSH|^~\\&|PAS|ZED|SILK|SILK|" + sentAt + "||ADT^" + event + "|" + controlId + "|P|2.4\r" + "EVN|"
                + event
                + "|" + sentAt + "\r" + "PID|1||HOSP4711^^^ZED||Price^Bill\r" + "PV1|1|E|ED^^^||||||||||||||||"
                + visit + rest + "\r";
    }

    /** Somebody arrived. */
    public static String arrival(String controlId, String sentAt, String visit, String arrivedAt) {
        return adt("A04", controlId, sentAt, visit, fields(44, arrivedAt));
    }

    /** Somebody left. */
    public static String departure(String controlId, String sentAt, String visit, String leftAt) {
        return adt("A03", controlId, sentAt, visit, fields(45, leftAt));
    }

    /** A time that the department's own system notes. */
    public static String noted(String controlId, String sentAt, String visit, String code, String at, String status) {
        return "MSH|^~\\&|EDIS|ZED|SILK|SILK|" + sentAt + "||ORU^R01|" + controlId + "|P|2.4\r" + "PID|1||HOSP4711\r"
                + "PV1|1|E|ED||||||||||||||||" + visit + "\r" + "OBX|1|TS|" + code + "||" + at + "||||||" + status
                + "\r";
    }

    /** Fields of PV1 after the number of the visit, which is the nineteenth. */
    private static String fields(int number, String value) {
        return "|".repeat(number - 19) + value;
    }
}
