"""Pure judgement: parts × report → states, rules → results, results → score and verdict."""
