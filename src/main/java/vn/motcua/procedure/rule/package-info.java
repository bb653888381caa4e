/** What makes a model a sound one: one rule a class, each with its reason and its legal source. */
package vn.motcua.procedure.rule;
