package vn.motcua.designer;

/** A place in a drawing before the heights of the lanes are known: {@code dy} from its axis. */
record Spot(int lane, int x, int dy) {}
