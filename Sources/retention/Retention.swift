@main
enum Retention {
    static func main() {}
}
