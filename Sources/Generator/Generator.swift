@main
enum Generator {
    static func main() {}
}
