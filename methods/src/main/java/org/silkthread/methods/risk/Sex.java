package org.silkthread.methods.risk;

/** Sex as the risk equations were fitted: one equation for each. */
public enum Sex {
    FEMALE,
    MALE
}
