package vn.motcua.access;

/** An absence was entered or ended, and is stored. */
public record AbsenceChanged(long absence) {}
